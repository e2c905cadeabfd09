/**
 * French of cancer, nerves, joints, infections, allergies, heredity, disability, old age, insurance. Written by hand.
 */
import type { Vocabulary } from '../vocabulary.js'

const fr: Vocabulary = {
  language: 'fr',
  groups: [
    {
      category: 'oncology',
      kind: 'health.condition',
      words: `
        oncosénologie, oncoplastique, ~cancérologique, cancer métastasé, cancer agressif, cancer stade 4,
        cancer triple négatif, cancer féminin, cancers professionnels, nodule suspect, masse suspecte, boule suspecte,
        ~lésion suspecte, cancérogène, ~cancérigène, séances de rayons, don de cellules souches, lambeau DIEP,
        tatouage aréole, casque réfrigéré, essai clinique, essai thérapeutique, ~recherche clinique, ~récidive locale,
        ~en rémission, rémission complète, survie au cancer, ~Octobre rose, ~Mars bleu, ~Movember,
        ~ligue contre le cancer, association cancer, sédation terminale, ~aide à mourir, ~don du corps,
        ~chambre mortuaire`,
    },
    {
      category: 'neurology',
      kind: 'health.condition',
      words: `
        neurodégénératif, convulsive, tremblement de repos, poussée de SEP, myopathe, mini-AVC, victime d'AVC,
        après un AVC, accident cérébral, traumatisé crânien, ~traumatisés, cérébrolésé, ~coma, coma artificiel,
        état végétatif, moelle attachée, paraplégique, tétraplégique, hémiplégique, blessé médullaire,
        ~déclin cognitif, ~dément, MMSE, test de l'horloge, ~tests cognitifs, ~centre mémoire, ~centre de mémoire,
        CMRR, plainte mnésique, plainte cognitive, ~désorienté, ~unité protégée, ~stimulation cognitive,
        ~atelier mémoire, neuroréhabilitation, neuro-réhabilitation, poussée inflammatoire, ~connectivite,
        connectivites, lupique, ~os fragiles, décalcification, podagre, épanchement du genou, eau dans le genou,
        liquide dans le genou, lavage du genou, ~station thermale, soins thermaux`,
    },
    {
      category: 'infection',
      kind: 'health.condition',
      words: `
        virus du Nil occidental, trypanosomiase, onchocercose, ankylostomiase, anisakiase, toxocarose, strongyloïdose,
        cysticercose, hydatidose, lambliase, cryptosporidiose, tularémie, pasteurellose, rage humaine,
        campylobactériose, Escherichia coli, shigelles, bactérie résistante, tourniole, Epstein-Barr,
        médecine du voyage, ~conseils santé voyage, antipaludique, ~trousse à pharmacie, ~pharmacie de voyage,
        mal d'altitude, mal des montagnes, ~mal en avion, ~mal de voiture, pédiculose, sarcopte,
        punaise de lit piqûre, cryptococcose, sporotrichose, antibiorésistant`,
    },
    {
      category: 'internal-medicine',
      kind: 'health.condition',
      words: `
        allergo, épicutanés, pneumallergènes, trophallergènes, mastocytose, électrosensibilité,
        électrohypersensibilité`,
    },
    {
      category: 'genetics',
      kind: 'health.condition',
      words: `
        anomalie génétique, microdélétion, mutation du gène, porteuse de la mutation, test présymptomatique,
        errance diagnostique, Orphanet, mucopolysaccharidose, exstrophie vésicale, xeroderma pigmentosum, SEDh,
        histiocytose`,
    },
    {
      category: 'disability-and-care',
      kind: 'health.condition',
      words: `
        polyhandicapé, ~handicaps, handicap rare, Agefiph, FIPHFP, référent handicap, CDAPH, classe ULIS, SAMSAH,
        foyer de vie handicap, foyer occupationnel, FAM handicap, secteur médico-social, ~moniteur éducateur,
        ~sport adapté, ~handisport, ~paralympique, transport PMR, CMI stationnement, trouble moteur, ~infirme,
        ~infirmes, APF handicap, ~aveugles, chien d'aveugle, ~sourde, interprète LSF, ~fauteuil releveur,
        fauteuil coquille, ~fauteuil de douche, ~siège de douche, ~barre d'appui, rehausseur de toilettes,
        rehausse WC, ~chaise garde-robe, ~chaise de douche, ~planche de bain, lit médical, matelas alternating,
        potence de lit, soulève-malade, lève-malade, verticalisateur, ~disque de transfert, ~planche de transfert,
        drap de glisse, ~cadre de marche, ~canne anglaise, canne tripode, scooter PMR, ~siège monte-escalier,
        ~matériel paramédical, ceinture pelvienne, corsets, collier cervical, colliers cervicaux, botte de marche,
        chaussure de Barouk, genouillères, chevillères, coudière, releveur de pied, bas médicaux,
        collant de contention, ~manchon de compression, ~vêtement compressif, saturomètre, stéthoscope, otoscope,
        ~coussin chauffant, électrostimulateur, appareil aérosol, prothèse tibiale, emboîture prothèse,
        genou prothétique, ~moignon, stomisé, protection urinaire, couche adulte, ~alèses, ~alèse, changes adultes,
        slip absorbant, protections absorbantes, EHPAD privé, EHPAD public, place en EHPAD, entrée en EHPAD,
        admission en EHPAD, résident EHPAD, résidents en EHPAD, USLD, ~cantou, ~maison de convalescence,
        plateforme de répit, ~maison de répit, séjour de répit, ~aidante, ~aidant, congé proche aidant,
        ~soutien aux aidants, ~café des aidants, APA à domicile, GIR 1, GIR 2, GIR 3, GIR 5, géronto, ~gérontologique`,
    },
    {
      category: 'insurance',
      kind: 'health.insurance',
      words: `
        prise en charge à 100 %, pris en charge à 100 %, ~remboursements de soins, remboursement mutuelle, ~remboursé,
        ~mutuelle obligatoire, mutuelle optique, ~mutuelle entreprise, assurance santé, ~caisse primaire,
        franchise médicale, ~incapacité permanente, ~incapacité de travail, taux d'IPP, ~arrêt pathologique,
        ~congé longue durée, CITIS, IJSS, médecin conseil, médecin-conseil, ALD exonérante, ALD non exonérante,
        liste ALD, ~protocole de soins, ~100% ALD, ~accident de travail, ~dommage corporel, ~préjudice corporel,
        ~ONIAM, accidents médicaux, ~faute médicale, ~attestation de droits, ~secteur conventionné, OPTAM,
        honoraires médicaux, ~base de remboursement, ~BRSS, nomenclature des actes, CCAM, ~NGAP, 100% santé,
        zéro reste à charge, ~questionnaire médical`,
    },
    {
      category: 'medication',
      kind: 'health.medication',
      words: `
        pompe à douleur, ~douloureux chronique, éducation à la douleur, neurostimulateur, pompe intrathécale,
        rhizolyse, échelle de la douleur, ~anti-âge hormones, hormones bio-identiques, hormones bioidentiques,
        antiandrogènes, biomédicaments, biosimilaires, anti-TNF, anticorps monoclonaux, immunodéprimé,
        immunomodulateur, anti-vomitif, antivomitif, antinauséeux, antitussif, fluidifiant bronches,
        inhibiteurs calciques, hypolipémiant, antiarythmique, antimigraineux, anticholinergique, tranquillisant,
        sels de lithium, ~pilule du bonheur, pilule bleue érection, complément érection, ~aphrodisiaque,
        ~aphrodisiaques, stimulant sexuel`,
    },
  ],
}
export default fr
