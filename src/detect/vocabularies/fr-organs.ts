/**
 * French of internal medicine: heart, vessels, lungs, digestion, hormones, blood. Written by hand.
 */
import type { Vocabulary } from '../vocabulary.js'

const fr: Vocabulary = {
  language: 'fr',
  groups: [
    {
      category: 'internal-medicine',
      kind: 'health.condition',
      words: `
        ~cœur qui palpite, battements irréguliers, pouls irrégulier, pouls rapide, pouls lent, serrement de poitrine,
        poitrine serrée, poids sur la poitrine, point dans la poitrine, point au thorax, ~manque de souffle,
        difficulté à respirer, mal à respirer, respiration difficile, respiration courte, détresse respiratoire,
        fuite mitrale, fuite aortique, calcification coronaire, score calcique, valve aortique, valve mitrale,
        valve biologique, ~pontages, triple pontage, coronariens, massage cardiaque, HTAP, ~poussée de tension,
        ~tension élevée, ~tension haute, ~tension trop haute, ~tension basse, ~tension trop basse, ~chute de tension,
        ~baisse de tension, ~cœur fragile, ~cœur fatigué, Tako-tsubo, lipothymie, USIC, ~mauvaise circulation,
        retour veineux, veinules, varicosité, caillots sanguins, ~caillot, AOMI, ~rétention d'eau, lymphologue, AVK,
        eau dans les poumons, tache au poumon, tache sur le poumon, bronches encombrées, DLCO, ~oxygène médical,
        ~concentrateur portable, oxygénodépendance, assistance respiratoire, ~nébulisation, nébulisations,
        nébulisateur, plaques pleurales, test Quantiféron, symptômes grippaux, mal d'estomac, estomac noué,
        acidité gastrique, aigreurs, remontée acide, remontées gastriques, reflux acide, œsophage de Barrett,
        digestion difficile, mauvaise digestion, digestion lente, ~problèmes de transit, ~transit perturbé,
        ventre ballonné, ventre dur, ventre qui gargouille, éructation, hoquet persistant, nauséeux, envie de vomir,
        ~vomir, ~vomi, vomissement, hématémèse, méléna, turista, tourista, constipé, dyschésie, côlon spasmodique,
        côlon inflammé, intestin poreux, intestins fragiles, sigmoïdite, anus artificiel, préparation colique,
        régime sans résidu, fibro gastrique, CPRE, pHmétrie, pH-métrie, ~manométrie, crise de foie, cirrhotique,
        ~yeux jaunes, ~peau jaune, teint jaune, calcul vésiculaire, polype vésiculaire, colique biliaire,
        donneur vivant de foie, ligature élastique, Milligan-Morgan, suintement anal, marisque, fistules,
        glaires dans les selles, selles blanches, selles décolorées, selles molles, selles grasses, selles dures,
        vers dans les selles, by-pass gastrique, anneaux gastriques, ballon intra-gastrique, endosleeve, ~IMC,
        ~maigrir, ~amaigrissant, manque d'appétit, ~régime cétogène, régime hyposodé, régime sans sel,
        régime hypocalorique, ~jeûne intermittent, intolérant au gluten, intolérance au blé, cœliaque, coeliaque,
        sensibilité au gluten, ~intolérances, resucrage, ~taux de sucre, sucre dans le sang, capteur de glucose,
        lecteur glycémique, HGPO, TSH élevée, T4 libre, incidentalome, hyperaldostéronisme, hormone thyroïdienne,
        excès de pilosité, pilosité anormale, ~gigantisme, anémique, ~manque de fer, ~taux de fer, taux de fer bas,
        supplémentation fer, injection de fer, carence en protéines, carence en iode, carence en oméga 3,
        manque de vitamine D, manque de magnésium, ~vitamine B12, plaquettes basses, globules blancs bas,
        globules blancs élevés, saignées thérapeutiques, transfusé, bleus sans raison, bleus inexpliqués,
        opération sleeve, sleeve opération`,
    },
  ],
}
export default fr
