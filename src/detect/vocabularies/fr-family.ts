/**
 * French of gynaecologists, midwives, paediatricians and urologists. Written by hand.
 */
import type { Vocabulary } from '../vocabulary.js'

const fr: Vocabulary = {
  language: 'fr',
  groups: [
    {
      category: 'reproductive-health',
      kind: 'health.reason',
      words: `
        gynéco, laser du col, polype du col, polype endocavitaire, sonohystérographie, hygiène intime, ~soin intime,
        ~toilette intime, flore intime, pertes malodorantes, pertes jaunes, pertes rosées, saignement anormal,
        ~spotting, règles en retard, règles absentes, ~premières règles, cycle irrégulier, ~cycle féminin,
        ~serviettes hygiéniques, écoulement du sein, rétraction du mamelon, crevasses au sein, autopalpation,
        auto-palpation, palpation des seins, macrokystes, postménopause, descente d'organe, descente des organes,
        hystérocèle, lichen scléreux, congestion pelvienne, pose d'un implant, retrait d'un implant,
        pilule progestative, arrêt de la pilule, ~arrêter la pilule, ~changer de pilule, méthode Billings,
        symptothermie, orthogénie, avorter, ~suis-je enceinte, ~être enceinte, ~future maman, ~futurs parents,
        ~future mère, test O'Sullivan, dépistage anténatal, RCIU, interruption médicale, ~mort-né, enfant mort-né,
        mortinaissance, chant prénatal, hypnonaissance, méthode Bonapace, projet de naissance, ~plan de naissance,
        poche des eaux, perte des eaux, bouchon muqueux, fausses contractions, bébé en siège, dystocie,
        délivrance placenta, ~sortie de maternité, suites de naissance, relevailles, boules de geisha, allaiter,
        bouts de sein, lactarium, ~difficulté maternelle, congé maternité, congé pathologique, ~congé paternité,
        infécondité, ~essai bébé, ~projet d'enfant, parcours AMP, ~période fertile, fenêtre de fertilité,
        ~blastocyste, embryons congelés, accueil d'embryon, méthode ROPA, PMA couple de femmes, PMA femme seule,
        PMA célibataire, congeler ses ovocytes, vitrification ovocyte, conservation ovocytaire, maïeutique,
        maïeuticien`,
    },
    {
      category: 'condition',
      kind: 'health.condition',
      words: `
        urgences enfants, ~visite des 4 mois, visite du 24e mois, examen du 24e mois, examen des 24 mois, fièvre bébé,
        fièvre de bébé, bébé fiévreux, bébé a de la fièvre, enfant fiévreux, fièvre enfant, bébé qui tousse,
        enfant qui tousse, bébé enrhumé, bébé encombré, bébé qui vomit, selles vertes bébé, RGO bébé,
        ~bébé qui pleure, ~pleurs de bébé, bébé secoué, bébé qui ne dort pas, ~sommeil de bébé, ~sommeil du bébé,
        sommeil de l'enfant, terreur nocturne, fesses rouges, croûte de lait, muguet bébé, ~dents de bébé,
        gastro enfant, gastro bébé, pieds-mains-bouche, vers chez l'enfant, ombilic qui suinte, décalottage,
        puberté retardée, ~retard pondéral, ~courbe de poids, ~laits de croissance, lait hypoallergénique,
        ~lait sans lactose, ~alimentation de bébé, reflux vésico-urétéral, psychologie enfant, pédopsy,
        thérapie enfant, spasme du sanglot, spasmes en flexion, ~TND, ~enfant agité, CAMSP, intoxication enfant,
        enfant a avalé, bébé a avalé, enfant brûlé, pronation douloureuse, ~boiterie, boiterie de l'enfant,
        fracture de l'enfant`,
    },
    {
      category: 'urology',
      kind: 'health.condition',
      words: `
        pelvipérinéologie, périnéologie, néovessie, RTUV, instillation vésicale, instillations de BCG, BCG thérapie,
        RTUP, robot Da Vinci, PSA total, taux PSA, sphincter artificiel, sondage intermittent, sonde à ballonnet,
        poche urinaire, poche à urine, pénilex, fuite d'urine, culotte absorbante, jet d'urine faible, ~jet faible,
        jet urinaire, envie d'uriner, uriner la nuit, ~levers nocturnes, mal à uriner, difficulté à uriner,
        gêne pour uriner, brûlure en urinant, douleur en urinant, urine foncée, urine rouge, urine qui sent mauvais,
        urines malodorantes, urine mousseuse, globe vésical, rein unique, reins polykystiques, frein de verge,
        verge courbée, verge coudée, courbure de verge, pénis courbé, petit pénis, taille du pénis,
        allongement du pénis, érection molle, éjaculateur précoce, spermatocèle, vasectomisé, canaux déférents,
        gland rouge, bouton sur la verge, MST homme, canal déférent`,
    },
  ],
}
export default fr
