/**
 * French of psychiatry, psychotherapy, sleep medicine, speech therapy, addiction and sexual medicine. Written by
 * hand.
 */
import type { Vocabulary } from '../vocabulary.js'

const fr: Vocabulary = {
  language: 'fr',
  groups: [
    {
      category: 'mental-health',
      kind: 'health.condition',
      words: `
        ~manque d'énergie, ~pleurs sans raison, pleurer sans raison, ~envie de pleurer, ~crise de larmes,
        tristesse permanente, tristesse profonde, ~tristesse, ~perte de plaisir, anhédonie, apathie dépression,
        ~moral en berne, ~moral bas, ~broyer du noir, envie d'en finir, ~mal dans sa peau, ~se sentir mal,
        ~blues hivernal, dépression hivernale, dépression masquée, dépression souriante, troubles affectifs,
        trouble thymique, cyclothymie, idées délirantes, ~entendre des voix, entendeurs de voix,
        hallucination auditive, déréalisation, dépersonnalisation, anxiété de l'enfant, états de stress, état anxieux,
        ~angoissé, ~angoissée, ~stressé, ~déprimé, ~déprimée, être déprimé, stress au travail, ~gestion du stress,
        ~stress intense, ~charge mentale, ~peur du vide, ~peur de la foule, peur des chiens phobie,
        ~peur des araignées, ~peur de conduire, ~peur du noir, ~peur de l'abandon, phobie de conduire,
        phobie spécifique, ~phobie administrative, ~TOC, pensées obsédantes, ~obsessions, ~compulsif, ~trop penser,
        accumulation compulsive, psychotraumatologue, choc psychologique, choc émotionnel, choc post-traumatique,
        TSPT, SSPT, ~victimes d'agression, ~attouchements, pédocriminalité, enfance maltraitée, ~violences éducatives,
        ~relation toxique, ~manipulateur pervers, blessure d'abandon, blessures émotionnelles, ~hypersensible,
        ~hypersensibles, ~surdoué, ~surdoués, ~enfant précoce, ~bilan intellectuel, test HPI, test WISC, WISC-V, WAIS,
        test de QI enfant, bilan psychométrique, ~neuroatypique, ~neuroatypiques, ~neuroatypie, ~neurodiversité,
        méthode ABA, méthode TEACCH, ~comportement agressif, ~crise d'adolescence, ~adolescent en crise,
        ~difficultés de couple, ~difficultés conjugales, ~crise de couple, ~infidélité thérapie, ~rupture amoureuse,
        ~séparation et deuil, accompagnement au deuil, ~travail de deuil, deuil compliqué, deuil blanc,
        deuil prolongé, ~accompagner le deuil, ~régulation émotionnelle, personnalité limite, surmenage professionnel,
        burnout maternel, épuisement au travail, ~brown-out, ~cyberharcèlement, trouble alimentaire, hyperphage,
        accès hyperphagiques, ~TCA, ~faim émotionnelle, ~image corporelle, ~complexes physiques, bigorexie,
        difficulté à dormir, ~mal dormir, manque de sommeil, dette de sommeil, ~sommeil perturbé, ~sommeil léger,
        sommeil fragmenté, ~qualité du sommeil, qualité de sommeil, ~hygiène du sommeil, hygiène de sommeil,
        ~agenda du sommeil, ~retrouver le sommeil, ~mieux dormir, ~bien dormir, réveil nocturne, se réveiller la nuit,
        ~réveil précoce, apnée obstructive, apnéique, hypopnées, SAHOS, PPC nocturne, masque PPC,
        appareillage par PPC, appareillage PPC, ~ronfler, ronfle, ~somnambule, impatiences des jambes,
        polygraphie du sommeil, actimétrie, laboratoire du sommeil, unité du sommeil, unité de sommeil, somnologue,
        TCC-I`,
    },
    {
      category: 'mental-health',
      kind: 'health.reason',
      words: `
        EPSM, ~CATTP, ~CMPEA, contention et isolement, pair-aidant, pair-aidance, ~entraînement cognitif,
        psychoéducation, ~TCC, thérapie stratégique, thérapie de famille, thérapeute conjugal, thérapie humaniste,
        thérapie rogerienne, thérapie analytique, thérapie par le jeu, thérapie dialectique, thérapie EFT,
        ~EFT tapping, hypnoses, hypnose enfant, ~hypnotiseur, autohypnose, ~pleine présence, relaxation de Jacobson,
        ~training autogène, tDCS, ~médiation animale, jardin thérapeutique, psychogénéalogie, ~gestalt,
        ~accompagnement parental, ~soutien parental, ~consultation familiale, consultations psy, soutien psy,
        écoute psychologique, ~SOS amitié, ~point écoute, Fil santé jeunes, tests projectifs, test de Rorschach,
        ~Rorschach, échelle de Beck, échelle de Hamilton, ~expertise psychologique, bilan de la parole,
        bilan du langage, thérapie vocale, retard du langage, enfant qui ne parle pas, mon enfant ne parle pas,
        enfant qui bégaie, bégayer, bredouillement, zozotement, zézaiement, zozoter, sigmatisme, ~chuintement,
        nasonnement, multi-dys, enfant dys, dysphasique, oralité alimentaire, dysoralité, déglutition primaire,
        déglutition infantile, héminégligence, voix fatiguée, malmenage vocal, forçage vocal, lecture labiale`,
    },
    {
      category: 'addiction',
      kind: 'health.condition',
      words: `
        addictions aux produits, addiction au protoxyde, addiction à internet, addiction amoureuse,
        addiction affective, dépendance physique, sevrages, sevrage à domicile, ~désintox, ~faire une cure, ~cures,
        ~abstinent, ~sobriété alcool, ~alcoolisé, ~beuverie express, ~boire trop, problèmes de boisson, trop d'alcool,
        arrêter de boire, ~je bois trop, Alanon, ~gueule de bois, éthylisme, éthylique, aide au sevrage,
        arrêter la cigarette, ~Tabac info service, ~mois sans tabac, ~fumeuse, ~tabagique, gomme nicotine,
        pastilles à la nicotine, spray nicotine, ~nicotine, ~vapoter, produits stupéfiants, ~produits illicites,
        substances illicites, substances addictives, abus de substances, abus d'alcool, toxico, fumer du cannabis,
        3-MMC, 3MMC, cathinones, jeunes consommateurs, salle de shoot, joueur compulsif, jeu compulsif,
        ~interdiction de jeux, interdit de casino, joueur excessif, acheteur compulsif, ~hyperconnexion`,
    },
    {
      category: 'sexual-health',
      kind: 'health.condition',
      words: `
        CPEF, ~vie sexuelle, ~plaisir sexuel, absence de désir, ~absence de plaisir, ~désir sexuel, ~perte de désir,
        hypoactif désir, ~frigidité, asexualité, rapport douloureux, douleur après rapport, ~rapport à risque,
        ~rapport sexuel, capote craquée, ~IST, lymphogranulomatose, affirmation de genre, THS transition,
        transition médicale, transition hormonale, ~personne transgenre, enfant transgenre, ~violée`,
    },
  ],
}
export default fr
