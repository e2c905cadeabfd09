/**
 * French of physiotherapy, osteopathy, chiropractic, occupational therapy and foot care. Written by hand.
 */
import type { Vocabulary } from '../vocabulary.js'

const fr: Vocabulary = {
  language: 'fr',
  groups: [
    {
      category: 'condition',
      kind: 'health.condition',
      words: `
        ~points trigger, points gâchette, accident musculaire, coude du golfeur, golf elbow, épitrochléite,
        genou du coureur, genou qui lâche, dérobement du genou, suture méniscale, entorse grave, butée coracoïdienne,
        épiphysiolyse, SDRC, nerf d'Arnold, tour de reins, ~mal au bas du dos, douleur en bas du dos,
        douleurs du bas du dos, mal en bas du dos, protrusion discale, bombement discal, blocage vertébral,
        blocage du dos, blocage cervical, blocage lombaire, blocage dorsal, blocage du bassin, bassin décalé,
        bascule du bassin, jambe plus courte, vertèbre déplacée, raideur matinale, SADAM, tête plate bébé,
        asymétrie crânienne, bébé qui régurgite, difficultés à téter, pleurs excessifs, malposition des pieds,
        pied varus, marche en dedans, pieds en dedans, genoux en X, ~jambes arquées, attitude scoliotique, ~dos rond,
        dos voûté, ~mauvaise posture, ~troubles statiques, ~TMS, trouble fonctionnel, ~perte de mobilité,
        limitation articulaire, enraidissement, fonte musculaire, amyotrophie, ~déconditionnement,
        rétraction tendineuse, rétractions musculaires, cicatrice adhérente, coxite, bourrelet glénoïdien,
        conflit de hanche, mal aux côtes, mal à la poitrine, mal entre les omoplates, douleur sous les côtes,
        main qui s'endort, bras qui s'endort, jambe qui lâche, jambes fatiguées, fourmillement,
        fourmis dans les pieds, fourmis dans les mains, fourmis dans les doigts, fourmis dans les bras,
        sensation de brûlure, ~sensation de boule, sensation de vertige, ~perte de force, ~perte de sensibilité,
        séquelles traumatiques, blessures du sportif, ~surentraînement, ~récupération musculaire`,
    },
    {
      category: 'procedure',
      kind: 'health.reason',
      words: `
        kinés, drainage autogène, puncture sèche, ~taping, bande de taping, appareil TENS, Tecar thérapie,
        ~laser haute intensité, onde de choc radiale, mobilisation passive, tractions vertébrales, traction cervicale,
        manipulation vertébrale, manipulation cervicale, ajustement vertébral, ajustements vertébraux, chiropratique,
        ~renforcement musculaire, ~gainage lombaire, étirements du dos, exercices pour le dos, autorééducation,
        proprioception, abdominaux hypopressifs, réathlétisation, ré-athlétisation, test isocinétique, isocinétisme,
        thérapie miroir, ~thérapeute manuel, crânio-sacral, ostéo bébé, ~ostéo, technique de Moneyron,
        méthode Mézières, méthode McKenzie, méthode Busquet, méthode de Gasquet, concept Mulligan,
        méthode Feldenkrais, technique Alexander, ~technique Bowen, niromathé, biokinergie, kinésiologie,
        kinésiologue, bilan posturologique, ~bilan fonctionnel, ~bilan sensoriel, bilan neuromoteur,
        bilan sensori-moteur, séance d'ostéo, ~Pilates thérapeutique, ~yoga thérapeutique, gymnastique médicale,
        ~gym douce senior, ~gymnastique douce, ~posture au travail, ~adaptation du logement, ~aide à la marche,
        ~aides à la mobilité, ~aide au lever, graphomotricité, bilan graphomoteur, troubles graphomoteurs, dysgraphie,
        dysgraphies, trouble sensoriel, ~profil sensoriel, trouble neurovisuel, maladresse motrice, psychomot,
        ~retard moteur, retard de motricité, ~orthésiste, orthésistes, semelles plantaires, semelles de posture,
        semelles posturales, ~semelles thermoformées, ~semelles sur mesure, ~pédicurie, baropodométrie,
        baropodométrique, ~analyse de la foulée, examen de la marche, soin de pédicurie, soin des pieds,
        ~soin de pied, ~coupe des ongles, ~coupe d'ongles, ~fraisage des ongles, ongle épais, ongles épaissis,
        ongle mycosé, ongles qui se décollent, ongle décollé, onychogryphose, callosité, corne aux pieds,
        corne sous les pieds, cor interdigital, crevasses aux talons, talons crevassés, talons fissurés, ~crevasses,
        ampoule au pied, pieds échauffés, pied à risque, orteil en griffe, griffe d'orteil, quintus varus,
        avant-pied rond, sésamoïdite, métatarse, appui plantaire, chaussure de décharge`,
    },
  ],
}
export default fr
