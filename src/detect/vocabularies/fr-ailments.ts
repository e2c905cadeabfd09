/**
 * French: rarer diseases and injuries, what patients call them, and parts of the body with what may be done to them.
 * Written by hand.
 */
import type { Vocabulary } from '../vocabulary.js'

const fr: Vocabulary = {
  language: 'fr',
  groups: [
    {
      category: 'infection',
      kind: 'health.condition',
      words: `
        amibiase, shigellose, maladie des griffes du chat, virus coxsackie, infection à CMV,
        chenille processionnaire éruption, virus d'Epstein-Barr, maladie du légionnaire, listeria, fièvre de Marburg,
        infection des sinus, infections fongiques, maladie du baiser, streptocoque, infection de plaie,
        infection des gencives`,
    },
    {
      category: 'oncology',
      kind: 'health.condition',
      words: `
        cancer anal, cancer des tissus mous, cancer avancé, cancer des voies biliaires, récepteurs hormonaux positifs,
        cancer bronchique à petites cellules, cancer en phase terminale, lésion précancéreuse,
        cancer primitif du foie, cancer de la cavité buccale, cancer du nasopharynx, rechute de cancer,
        cancer de la base de la langue`,
    },
    {
      category: 'internal-medicine',
      kind: 'health.condition',
      words: `
        surcharge en fer, éosinophilie, maladie du greffon contre l'hôte, déficit immunitaire,
        sphérocytose héréditaire, lymphopénie, déficit androgénique, pilosité excessive, hypercorticisme,
        intolérance à l'histamine, hyperprolactinémie, hypertriglycéridémie, carence en calcium, carence en magnésium,
        retard pubertaire, déficit en hormone de croissance, carence en zinc, remplacement de valve aortique,
        durcissement des artères, transplantation cardiaque, syndrome du QT long, communication interventriculaire,
        communication interauriculaire, pauses respiratoires, dilatation des bronches, poumon de fermier,
        respiration sifflante, éructations, ~test immunologique, inflammation du côlon, calculs vésiculaires,
        grêle court, trouble de la vidange gastrique, régime pauvre en FODMAP, inflammation de l'œsophage,
        spasme de l'œsophage`,
    },
    {
      category: 'mental-health',
      kind: 'health.condition',
      words: `
        personnalité dépendante, labilité émotionnelle, trouble des cauchemars, personnalité antisociale,
        trouble de l'attachement, délire de jalousie, instabilité émotionnelle, anxiété liée à la santé,
        dépendance à Internet, éco-anxiété, peurs nocturnes, syndrome de pica, refus scolaire anxieux,
        anxiété de performance, dépendance au jeu, ~baisse de moral, trichophagie, rituels de lavage, TOC de l'enfant,
        grincement de dents, ~identité de genre, coming out conseil, victime d'abus`,
    },
    {
      category: 'neurology',
      kind: 'health.condition',
      words: `
        malformation de Chiari, CADASIL, pied tombant, crise tonico-clonique, syndrome d'enfermement, lésion nerveuse,
        SEP rémittente, trouble tic, douleur du trijumeau, manque du mot`,
    },
    {
      category: 'eye-ear-teeth',
      kind: 'health.condition',
      words: `
        scintillements visuels, yeux qui piquent, érosion de la cornée, trou maculaire, œil rouge,
        perte brutale de la vision, larmoiement, obstruction du canal lacrymal, vue trouble, hétérophorie,
        perte brutale de l'audition, prothèse à conduction osseuse, démangeaison de l'oreille, oreille bouchée,
        déchirure du tympan, plaque dentaire, fistule dentaire, collet dentaire exposé, dent cassée, dents cariées,
        kyste de la mâchoire, dent qui bouge, hypominéralisation molaires incisives, surocclusion, articulé croisé,
        inflammation de la racine dentaire, dent fracturée, remplacer une dent`,
    },
    {
      category: 'dermatology',
      kind: 'health.condition',
      words: `
        aphtose, sycosis, pieds qui transpirent, effluvium télogène, mains moites, sarcoptes, lucite estivale`,
    },
    {
      category: 'condition',
      kind: 'health.condition',
      words: `
        fracture du péroné, fracture du doigt, hanche à ressaut, fracture de l'humérus, fracture de la clavicule,
        kyste osseux, fracture de la malléole, lésion du ligament croisé, maladie de Kienböck, fracture du métatarse,
        fracture du nez, fracture du bras, syndrome du piriforme, fracture de côte, fracture du scaphoïde,
        syndrome du tunnel tarsien, syndrome du défilé thoracique, fracture du tibia, pectus excavatum,
        fracture vertébrale, fracture de l'orteil, syndrome d'Alport, spasme vésical, syndrome douloureux vésical,
        médicament érection, jet urinaire faible, maladie de Berger, lubrification insuffisante, micropénis,
        don de rein, greffé rénal, douleur au pénis, ovaires micropolykystiques, panne d'érection,
        rapports sexuels douloureux, mal en urinant, analyse du sperme, prépuce serré, kyste à l'ovaire,
        saignements intermenstruels, morsure d'animal, brûlure au deuxième degré, électrisation,
        corps étranger dans l'œil, contusion cérébrale, traumatisme de la main, polytraumatisé, plaie par coupure,
        chute personne âgée, surdosage médicamenteux, ébouillantement, traumatisme dentaire`,
    },
    {
      category: 'reproductive-health',
      kind: 'health.reason',
      words: `
        hanche du nourrisson, test prénatal non invasif, mère porteuse, sang de cordon, ~nouveau-né,
        enceinte sous pilule, dépassement de terme, écho bébé, ~recherche de paternité`,
    },
    {
      category: 'disability-and-care',
      kind: 'health.condition',
      words: `
        aide médicale à mourir, aides basse vision, enfant malade chronique, victime du Médiator, ~personnes sourdes,
        malentendance, malades du cœur, malades du cancer, douloureux chroniques, personnes transgenres,
        vivre avec un cancer, mon enfant a un cancer, proches de malades psychiques`,
    },
    {
      category: 'body-part',
      kind: 'health.condition',
      words: `
        ~~rachis, ~~aine, ~~aisselle, ~~aisselles, ~~abdomen, ~~langue, ~~mâchoires, ~~nuque, ~~omoplate, ~~sternum,
        ~~coccyx, ~~fesse, ~~fesses, ~~genoux, ~~hanches, ~~épaules, ~~chevilles, ~~poignets, ~~coudes, ~~tibia,
        ~~péroné, ~~fémur, ~~humérus, ~~tendon d'Achille, ~~tendon, ~~tendons, ~~ménisques, ~~voûte plantaire,
        ~~plante du pied, ~~avant-bras, ~~orteils, ~~gros orteil, ~~col de l'utérus, ~~trompes, ~~placenta, ~~fœtus,
        ~~nourrisson, ~~sinus, ~~larynx, ~~pharynx, ~~trachée, ~~œsophage, ~~duodénum, ~~rectum, ~~anus,
        ~~intestin grêle, ~~voies biliaires, ~~rate, ~~diaphragme, ~~plèvre, ~~moelle osseuse, ~~moelle épinière,
        ~~cervelet, ~~nerf sciatique, ~~nerf optique, ~~macula, ~~cristallin, ~~conjonctive, ~~paupières, ~~cornées,
        ~~oreille interne, ~~oreille moyenne, ~~conduit auditif, ~~cordes vocales, ~~palais, ~~molaire, ~~molaires,
        ~~racine dentaire, ~~carotide, ~~carotides, ~~coronaires, ~~valve, ~~valves, ~~ventricule, ~~vaisseaux,
        ~~lymphatique, ~~système immunitaire, ~~système nerveux, ~~système digestif, ~~appareil digestif,
        ~~appareil urinaire, ~~voies urinaires, ~~urines, ~~urine, ~~sperme, ~~spermatozoïdes, ~~ovocytes, ~~embryon,
        ~~selles, ~~fœtal, ~~fœtale, ~~néonatal, ~~néonatale, ~~prénatal, ~~prénatale, ~~postnatal, ~~postnatale,
        ~~périnatal, ~~périnatale, ~~obstétrical, ~~obstétricale, ~~pédiatrique, ~~gériatrique, ~~prostatique,
        ~~biliaire, ~~pancréatique, ~~colique, ~~colorectal, ~~colorectale, ~~rectal, ~~rectale, ~~anale,
        ~~œsophagien, ~~œsophagienne, ~~thyroïdien, ~~thyroïdienne, ~~surrénalien, ~~hypophysaire, ~~ovarien,
        ~~ovarienne, ~~vulvaire, ~~vaginal, ~~vaginale, ~~testiculaire, ~~pénien, ~~pénienne, ~~urétral, ~~urétrale,
        ~~vésical, ~~vésicale, ~~bronchique, ~~pleural, ~~pleurale, ~~laryngé, ~~nasal, ~~nasale, ~~sinusien,
        ~~auditif, ~~auditive, ~~auriculaire, ~~cornéen, ~~cornéenne, ~~rétinien, ~~rétinienne, ~~maculaire,
        ~~palpébral, ~~rachidien, ~~rachidienne, ~~vertébrale, ~~cervical, ~~cervicale, ~~dorsal, ~~dorsale,
        ~~sacro-iliaque, ~~fémoral, ~~fémorale, ~~rotulien, ~~rotulienne, ~~méniscal, ~~méniscale, ~~ligamentaire,
        ~~tendineux, ~~tendineuse, ~~médullaire, ~~psychique, ~~vasculaire, ~~veineux, ~~veineuse, ~~artériel,
        ~~artérielle, ~~coronarien, ~~coronarienne, ~~aortique, ~~mitrale, ~~immunitaire, ~~hormonal, ~~hormonale,
        ~~bucco-dentaire, ~~parodontal, ~~parodontale, ~~maxillaire, ~~mandibulaire, ~~crânien, ~~crânienne, ~~facial,
        ~~plantaire, ~~inguinal, ~~inguinale, ~~ombilical, ~~ombilicale, ~~abdominal, ~~abdominale, ~~pelvienne,
        ~~gastro-intestinal, ~~intestinal, ~~pulmonaires, ~~cardiaques, ~~osseuses, ~~articulaires, ~~cutanées,
        ~~musculaires, ~~dentaires, ~~urinaires, ~~digestifs, ~~digestives`,
    },
    {
      category: 'complaint',
      kind: 'health.condition',
      words: `
        ~~chirurgie, ~~chirurgien, ~~consultation, ~~suivi, ~~centre, ~~pose, ~~remplacement, ~~reconstruction,
        ~~réduction, ~~augmentation, ~~inflammation, ~~inflammations, ~~infection, ~~lésion, ~~lésions, ~~affection,
        ~~affections, ~~rupture, ~~gêne, ~~picotements, ~~rougeur, ~~rougeurs, ~~sécheresse, ~~grosseur, ~~gonflé,
        ~~gonflée, ~~enflé, ~~enflée, ~~bloqué, ~~bloquée, ~~coincé, ~~mal au, ~~mal aux, ~~mal à, ~~j'ai mal,
        ~~fait mal, ~~font mal, ~~prélèvement, ~~drainage, ~~anomalie, ~~anomalies, ~~malformation,
        ~~dysfonctionnement, ~~dysfonction, ~~atrophie, ~~sténose, ~~rétrécissement, ~~obstruction, ~~perforation,
        ~~œdème, ~~fistule, ~~ulcère, ~~calcul, ~~calculs, ~~transplantation, ~~urgence, ~~explorations,
        ~~exploration, ~~appareillage, ~~correction, ~~laser, ~~lavage, ~~massage thérapeutique, ~~irritation,
        ~~brûlant, ~~sang dans, ~~don, ~~donneur`,
    },
  ],
}
export default fr
