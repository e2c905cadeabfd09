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
        tomosynthèse, sénologie, repérage mammaire, scanner injecté, scanner low dose, angioscanner, angio-scanner,
        entéroscanner, ~gadolinium, iode contraste, manipulateur radio, manipulatrice radio, ~imagerie en coupe,
        imagerie du sportif, imagerie nucléaire, TEP-TDM, TEP au FDG, radiopharmaceutique, pangonogramme,
        pangonométrie, radio de la colonne, cystographie, hystérographie, hystérosalpingo, transit baryté,
        défécographie, infiltration foraminale, ponction évacuatrice, élastographie, ~à jeun, être à jeun,
        biologistes médicaux, biologiste médical, pharmacien biologiste, laboratoire médical, ~labo d'analyse,
        NFS plaquettes, formule sanguine, ionogramme, protéine C réactive, CRP élevée, procalcitonine, D-dimères,
        créatininémie, urée sanguine, acide urique, temps de céphaline, fibrinogène, bilan auto-immun,
        anticorps anti-TPO, auto-anticorps, IgE spécifiques, IgE totales, mycologie médicale, hémoculture,
        antibiogramme, cytobactériologique, uroculture, sang occulte, coprologie, culture de selles, groupe sanguin,
        rhésus négatif, test de Coombs, alpha-fœtoprotéine, PSA libre, profil hormonal, ~AMH taux, taux d'AMH,
        testostéronémie, prolactine, androgènes, cortisol salivaire, test toxicologique, plombémie,
        ~pharmacogénétique, panel génétique, analyse génétique, anapath, immunohistochimie, examen extemporané,
        PCR covid, PCR nasale, RT-PCR, fundoplicature, prothèse de paroi, ténolyse, arthrolyse, ~ablation de broches,
        recalibrage lombaire, chimionucléolyse, opération du sein, ~acte chirurgical, ~gestes chirurgicaux,
        ~geste chirurgical, suite opératoire, suites post-opératoires, cicatrice opératoire, douche bétadinée,
        jeûne préopératoire, rasage préopératoire, RAAC, rachianésthésie, ~bloc nerveux, bloc plexique, hypnosédation,
        hypno-sédation, hypnoanalgésie, hypnose au bloc, réanimateur, soins critiques, SSPI, ~déchocage,
        ~service hospitalier, hôpital privé, ~clinique privée, CHRU, ~hôpital local, hôpital de proximité,
        hôpital militaire, ~hôpital général, ~hôpital cantonal, ~forfait hospitalier, ~préadmission, ~pré-admission,
        ~ambulancier, taxi VSL, ~bon de transport, seins tubéreux, asymétrie mammaire, asymétrie des seins,
        mamelons ombiliqués, lipo-aspiration, bodylift, lifting temporal, lifting frontal, lifting centro-facial,
        implant capillaire, greffe FUE, PRP cheveux, botox front, botox masséter, skinboosters, ~anti-âge médical,
        rides frontales, ~sillons nasogéniens, peeling superficiel, peeling moyen, peeling profond, laser fractionné,
        laser taches, laser picoseconde, dermato, lésion pigmentée, traitement par azote, UVB thérapie,
        électrocoagulation, épilation médicale, ~criolipolyse, cicatrices en creux, ionophorèse, iontophorèse, xérose,
        dartres, dartre, érythrasma, dysidrose, psoriasique, xanthélasma, poils sous peau, ongle qui se décolle`,
    },
  ],
}
export default fr
