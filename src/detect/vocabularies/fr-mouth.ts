/**
 * French of dentists, orthodontists, oculists, opticians and of those who treat ear, nose and throat. Written by
 * hand.
 */
import type { Vocabulary } from '../vocabulary.js'

const fr: Vocabulary = {
  language: 'fr',
  groups: [
    {
      category: 'eye-ear-teeth',
      kind: 'health.condition',
      words: `
        haleine chargée, ~haleine, gencives fragiles, recul des gencives, dent qui pousse, percée dentaire,
        percée des dents, dents qui poussent, dent morte, dent nécrosée, dent arrachée, dent ébréchée, dent expulsée,
        dent sur pivot, dent à pivot, dent provisoire, dent incluse, dents qui bougent, dents déchaussées,
        dents en avant, dents écartées, dents de travers, dents tordues, dents abîmées, dents usées, dents tachées,
        érosion dentaire, nerf de la dent, ~joue gonflée, alvéolite, choc sur une dent, béance dentaire,
        béance antérieure, supraclusion, infraclusion, rétrognathie, prognathie, prognathisme, rétromandibulie,
        mâchoire en avant, mâchoire en retrait, menton en retrait, encombrement dentaire, malposition dentaire,
        diastème, palais étroit, mâchoire étroite, succion du pouce, respiration buccale, ventilation buccale,
        pulsion linguale, ~position de la langue, frein de la langue, freins buccaux, bouche ouverte la nuit,
        perlèche, lèvre fendue, fente labiale, fente labio-palatine, bec de lièvre, mucocèle, calcul salivaire,
        hyposialie, hypersalivation, trismus, blanchiment dents, blanchiment au fauteuil, taches dentaires,
        esthétique dentaire, implant unitaire, implants basaux, implants zygomatiques, implant immédiat, all-on-6,
        ~prothèse partielle, stellite dentaire, bridge collé, bridge céramique, couronne zircone,
        couronne sur implant, couronne provisoire, ~inlay, onlay, overlay dentaire, facettes en composite,
        facette céramique, composite dentaire, amalgame dentaire, dépose des amalgames, ~plombage, ~plombages,
        restauration dentaire, réhabilitation orale, retraitement canalaire, détartrage et polissage, aéropolissage,
        polissage dentaire, nettoyage dentaire, fluoruration, vernis fluoré, gouttière fluorée, gel fluoré,
        comblement de sinus, membrane PRF, PRF dentaire, empreinte dentaire, empreinte optique, scanner intra-oral,
        caméra intra-orale, radio panoramique, panorex, téléradiographie, céphalométrie, imagerie 3D dentaire,
        digue dentaire, ~fil dentaire, brossette interdentaire, hydropulseur, ~brossage des dents, ~bain de bouche,
        révélateur de plaque, plaque bactérienne, M'T dents, MT dents, visite dentaire, devis dentaire,
        forfait dentaire, mutuelle dentaire, tourisme dentaire, multi-attaches, bagues linguales, appareil multibague,
        appareil lingual, appareil à bagues, appareil palatin, disjoncteur palatin, disjonction palatine,
        expansion palatine, expansion maxillaire, quad hélix, quad-helix, forces extra-orales,
        gouttière de contention, gouttière de nuit, ~gouttière invisible, aligneurs transparents, Spark aligneurs,
        alignement des dents, redresser les dents, ~aligner les dents, mini-vis d'ancrage, mainteneur d'espace,
        propulseur mandibulaire, perte de la vue, ~perdre la vue, perte de vue soudaine, larmes artificielles,
        œil qui coule, œil qui pleure, ~yeux collés, œil collé, yeux injectés de sang, ~œil au beurre noir,
        voile devant les yeux, vue qui baisse, ~vision de près, vision nocturne trouble, ~vision déformée,
        vision brouillée, héméralopie, paupières lourdes, OVCR, membrane épimaculaire, pression oculaire, tonométrie,
        ~laser argon, ~laser YAG, phacoémulsification, implant torique, implants multifocaux, implant trifocal,
        implant phake, ICL implant, Femtolasik, PKR laser, laser PKR, trans-PKR, ~myope, ~myopes, ~hypermétrope,
        ~presbyte, ~astigmate, orthokératologie, lentilles rigides, lentilles sclérales, lentilles de nuit,
        ~lentilles souples, ~verres progressifs, ~opticienne, ~opticiens, correction de la vue, OCT maculaire,
        périmétrie, rétinographe, topographie de cornée, réfraction oculaire, réfraction subjective, strabologie,
        œil paresseux, œil qui louche, bébé qui louche, enfant qui louche, ~loucher, anisocorie,
        anneaux intracornéens, ~cross-linking, canal lacrymal, oreille qui siffle, oreilles qui sifflent,
        oreille qui coule, oreille qui bourdonne, sifflement d'oreille, eau dans l'oreille, cérumen,
        nettoyage d'oreille, cophose, traumatisme sonore, traumatisme acoustique, ~entendre moins bien,
        ~bien entendre, ~mieux entendre, déficients auditifs, ~contour d'oreille, embout auriculaire,
        ~piles auditives, impédancemétrie, otoémissions, oto-émissions, bilan audiométrique, contrôle auditif, VNG,
        manœuvre libératoire, manœuvre de Semont, pose de yoyos, yoyos oreilles, diabolos oreilles,
        drain transtympanique, caséum, cornets nasaux, cautérisation nasale, cautérisation du nez,
        écoulement post-nasal, jetage postérieur, croûtes dans le nez, nez sec, ~voix rauque, voix enrouée,
        voix qui déraille, perte de la voix, ~fausse route, glande sous-maxillaire`,
    },
  ],
}
export default fr
