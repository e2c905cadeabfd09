/**
 * French of imaging, laboratories, surgery, anaesthesia and of medicine for the skin. Written by hand.
 */
import type { Vocabulary } from '../vocabulary.js'

const fr: Vocabulary = {
  language: 'fr',
  groups: [
    {
      category: 'procedure',
      kind: 'health.reason',
      words: `
        tomosynthèse, sénologie, repérage mammaire, scanner injecté, scanner abdomino-pelvien, scanner low dose,
        angioscanner, angio-scanner, entéroscanner, ~gadolinium, iode contraste, manipulateur radio,
        manipulatrice radio, ~imagerie en coupe, imagerie interventionnelle, imagerie du sportif, imagerie nucléaire,
        TEP-TDM, TEP au FDG, radiopharmaceutique, ~radioprotection du patient, pangonogramme, pangonométrie,
        radio de la colonne, cystographie, hystérographie, hystérosalpingo, transit baryté, défécographie,
        infiltration épidurale, infiltration foraminale, ponction évacuatrice, élastographie, ~résultats d'analyses,
        ~à jeun, être à jeun, biologistes médicaux, biologiste médical, pharmacien biologiste,
        laboratoires de biologie, laboratoire médical, ~labo d'analyse, NFS plaquettes, formule sanguine, ionogramme,
        vitesse de sédimentation, protéine C réactive, CRP élevée, procalcitonine, D-dimères, créatininémie,
        urée sanguine, acide urique, temps de céphaline, fibrinogène, électrophorèse des protéines, bilan auto-immun,
        anticorps antinucléaires, anticorps anti-TPO, auto-anticorps, IgE spécifiques, IgE totales, mycologie médicale,
        hémoculture, antibiogramme, cytobactériologique, uroculture, sang occulte, coprologie, culture de selles,
        groupe sanguin, rhésus négatif, test de Coombs, alpha-fœtoprotéine, PSA libre, profil hormonal, ~AMH taux,
        taux d'AMH, testostéronémie, prolactine, androgènes, cortisol salivaire, test de tolérance au glucose,
        dépistage toxicologique, test toxicologique, plombémie, ~pharmacogénétique, panel génétique, analyse génétique,
        anapath, immunohistochimie, examen extemporané, examen anatomopathologique, PCR covid, PCR nasale, RT-PCR,
        fundoplicature, prothèse de paroi, ténolyse, arthrolyse, ablation de plaque et vis, ~ablation de broches,
        recalibrage lombaire, chimionucléolyse, opération de la cloison, opération du sein, ~acte chirurgical,
        ~gestes chirurgicaux, ~geste chirurgical, suite opératoire, suites post-opératoires,
        complication post-opératoire, infection du site opératoire, cicatrice opératoire, consignes post-opératoires,
        consignes pré-opératoires, douche bétadinée, jeûne préopératoire, jeûne avant opération, rasage préopératoire,
        RAAC, rachianésthésie, bloc nerveux, bloc plexique, hypnosédation, hypno-sédation, hypnoanalgésie,
        hypnose au bloc, réanimateur, soins critiques, SSPI, ~déchocage, ~service hospitalier, hôpital privé,
        ~clinique privée, CHRU, ~hôpital local, hôpital de proximité, hôpital militaire, ~hôpital général,
        ~hôpital cantonal, ~forfait hospitalier, dossier de préadmission, ~préadmission, ~pré-admission,
        admission à l'hôpital, ~ambulancier, taxi VSL, ~bon de transport, seins tubéreux, asymétrie mammaire,
        asymétrie des seins, mamelons ombiliqués, lipo-aspiration, bodylift, lifting temporal, lifting frontal,
        lifting centro-facial, implant capillaire, greffe FUE, PRP cheveux, injections de comblement, botox front,
        botox masséter, skinboosters, rajeunissement du regard, ~anti-âge médical, rides frontales,
        ~sillons nasogéniens, peeling superficiel, peeling moyen, peeling profond, laser fractionné, laser taches,
        laser picoseconde, lasers médicaux, dermato, dermatos, lésion pigmentée, traitement par azote, UVB thérapie,
        électrocoagulation, épilation médicale, ~criolipolyse, cicatrices en creux, cicatrice hypertrophique,
        ionophorèse, iontophorèse, lentigos, xérose, dartres, dartre, érythrasma, dysidrose, psoriasique, xanthélasma,
        poils sous peau, ongle qui se décolle`,
    },
  ],
}
export default fr
