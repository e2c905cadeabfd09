/**
 * French, as family doctors and nurses name what they do: consultations, certificates, vaccines, dressings, home
 * care. Written by hand.
 */
import type { Vocabulary } from '../vocabulary.js'

const fr: Vocabulary = {
  language: 'fr',
  groups: [
    {
      category: 'procedure',
      kind: 'health.reason',
      words: `
        petites urgences, ~ordonnance sécurisée, ~ordonnance numérique, médecin remplaçant, médecin à domicile,
        ~soins non programmés, ~médecin de ville, ~permanence des soins, ~garde médicale, ~secrétariat médical,
        ~suivi de l'enfant, suivi médical sportif, surveillance médicale, automesure tensionnelle,
        ~surveillance du poids, ~prise des constantes, ~prise de constantes, constantes vitales, signes vitaux,
        ~bilan annuel, ~bilan de prévention, ~bilan biologique, bilan inflammatoire, ~bilan martial, ~bilan ionique,
        bilan phosphocalcique, bilan vitaminique, ~bilan d'extension, bilan médico-sportif, ~test de repérage,
        bilan de chute, bilan nutrition, bilan minceur, ~certificat de décès, certificat sportif,
        certificat prénuptial, ~certificat d'absence, ~coups et blessures, ~visite de reprise, visite de pré-reprise,
        médecine de plongée, médecine subaquatique, médecine de montagne, médecine humanitaire, médecine prédictive,
        médecine douce, médecine alternative, ~médecine naturelle, rappel DTP, ~carnet de santé, ~schéma vaccinal,
        rattrapage vaccinal, couverture vaccinale, statut vaccinal, ~se faire vacciner, ~hésitation vaccinale,
        dépistage combiné, test de Guthrie, test Hemoccult, kit de dépistage, test urinaire, bandelettes glycémiques,
        glucomètre, oreillettes dentaires, ECG de repos, ~mesure du souffle, MAPA tension, lavage d'oreille,
        lavage de nez, lavage nasal, suture de plaie, ~retrait des fils, ablation des points, ablation des fils,
        ~retrait des agrafes, méchage, soins de sonde, ~aide à la toilette, toilette médicalisée, ~toilette au lit,
        ~bandes de contention, ~injection retard, injection intraveineuse, pompe PCA, port-à-cath, port à cath,
        voie veineuse centrale, ~observance, surveillance clinique, sondage vésical, sondage évacuateur,
        ~changement de sonde, fécalome, ~aérosols, infirmiers libéraux, ~IDEL, infirmière Asalée, infirmier Asalée,
        infirmière scolaire, ~IADE, IBODE, infirmier de bloc, ~aide-soignant, ~aides-soignants, ~auxiliaire de vie,
        ~garde-malade, ~garde malade, ~personnel soignant, ~soignants, ~soignant, ~équipe soignante,
        ~professionnel de santé, ~professions de santé, ~corps médical, ~omnipraticien, ~praticien, ~praticiens,
        ~docteur en médecine, ~toubib, ~chef de clinique, ~prévention santé, ~promotion de la santé,
        ~conseils de santé, ~conseils santé, ~santé publique, ~santé au travail, ~santé scolaire, ~santé du voyageur,
        ~santé de l'enfant, santé de la mère, santé masculine, ~santé des jeunes, ~santé des seniors, ~santé senior,
        ~santé globale, ~santé intégrative, santé féminine, santé génésique, ~problème de santé, ~état de santé,
        ~soins primaires, ~parcours de santé, ~dossier de santé, ~espace santé, ~mon espace santé, ~pôle de santé,
        ~centre de soins, ~maison médicale, CPTS, ~cabinet paramédical, ~centre paramédical, ~centre de consultation,
        ~centre de diagnostic, ~offre de soins, ~accès aux soins, ~désert médical, déserts médicaux,
        ~renoncement aux soins, ~médiation en santé, ~téléexpertise, ~télémédecine, médecin en ligne,
        ~rendez-vous médecin, ~rendez-vous docteur, ~docteur en ligne, ~trouver un médecin, ~nouveau patient,
        ~patientèle, ~dossier patient, ~espace patient, ~droits du patient, ~consentement éclairé, ~secret médical,
        ~hospitalisé, être hospitalisé, ~hospitalisée, ~hospitaliser, ~hospitalier, ~hospitalière, ~hospitaliers,
        ~pathologique, ~pathologiques, ~médicalisé, ~médicalisée, ~médicale, ~médicaux, ~médicales, ~paramédical,
        ~paramédicale, ~paramédicaux, ~soignante, ~thérapeutes, ~thérapies, ~cliniques, ~contagieux, ~contagieuse,
        ~épidémiologie, ~bactéries, ~microbes, ~microbiote, ~fièvre élevée, ~frissons, ~sueurs,
        transpiration nocturne, ~courbature, ~vertigineux, ~tomber malade, ~être malade, ~coup de froid, ~grippé,
        ~enrhumé, ~mouche-bébé, mal à avaler, difficulté à avaler, gorge nouée, ~mal partout, douleurs diffuses,
        douleurs partout, douleurs migrantes, douleurs aigües, ~douleurs inexpliquées, douleurs mécaniques,
        douleurs projetées, douleurs neurogènes, douleurs rebelles, douleurs réfractaires, douleurs de croissance,
        douleurs fantômes`,
    },
  ],
}
export default fr
