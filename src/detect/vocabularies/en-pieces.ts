/**
 * English: how further medical words end and begin, and what stands together with a part of the body. Written by hand;
 * what else begins or ends so was looked for in a spelling dictionary.
 */
import type { Vocabulary } from '../vocabulary.js'

const en: Vocabulary = {
  language: 'en',
  groups: [
    {
      category: 'condition',
      kind: 'health.condition',
      words: `
        -ocele, -chondrosis, -nephrosis, -iculosis, -unculosis, -ostosis, -coniosis, -spirosis, -cyanosis, -ankylosis,
        -acanthosis, -melanosis, -cystinosis, -lipidosis, -saccharidosis, -matosis, -pyrexia, -orexia, -dipsia,
        -phagia, -penia, -plegic, -plegics, -hypertonia, -akinesia, -ykinesia, -erkinesia, -dysmorphia, -schwannoma,
        -ependymoma, -pharyngioma, -xanthoma, -hygroma, -syringoma, -hamartoma, -odontoma, -seroma, -myxoma, -scotoma,
        -haemolysis, -hemolysis, -osteolysis, -ophthalmos, -calciuria, -glycosuria, -chezia, -ischaemic, -ischemic,
        -geusia, -aphasic, -agnosia, -asthenia, -acusis, -ycusis, -odontia, -anosmia, -opsia,
        arrhythm-, atheroscl-, arterioscl-, angioed-, cholang-, dysarth-, dysmenorr-, dysmorph-, dysauton-, dysbios-,
        dysphag-, dyspep-, dyspn-, dysplas-, epicond-, epigastr-, epiglot-, epistax-, erythem-, fibroid-, gingiv-,
        glomerul-, haemang-, hemang-, haemodyn-, hyperhid-, hyperpig-, hyperlip-, hyperuric-, hyperkal-, hyperpara-,
        hyperprol-, hyperplas-, hypersom-, hypermobil-, hyperinsulin-, hyperventil-, hypocalc-, hypercalc-, hyponat-,
        hypernat-, hypokal-, hypogonad-, hypotherm-, hypopit-, hypoparath-, hypomineral-, hypoplas-, hypotens-,
        immunocomp-, immunoglob-, intracran-, intracereb-, intravag-, intervertebr-, ischaem-, ischem-, keratocon-,
        labyrinthit-, lipoed-, lipodys-, lymphoed-, lymphang-, malabsorp-, malocc-, mastalg-, mastoid-, metatars-,
        musculosk-, myasth-, myofasc-, myositi-, myoclon-, narcolep-, neurocog-, neurodev-, neuroend-, neuroinfl-,
        neurotox-, neurotyp-, oesophag-, esophag-, onychom-, oophor-, oropharyn-, nasophar-, otorrh-, parathyr-,
        patellof-, perianal-, perimenop-, perineal-, perineum-, periorb-, perioral-, peritone-, pleurit-, pleuris-,
        polyarth-, polycyst-, polymyal-, polyneur-, polyuri-, postherp-, postmenop-, postnat-, postnas-, postpart-,
        posttraum-, precanc-, preeclam-, premenop-, premenst-, prediab-, presbyop-, proctit-, psychogen-, psychosexual-,
        psychosoc-, pyelon-, radiculop-, radiculit-, retinit-, retinop-, retinosch-, rhinit-, rhinosin-, sacroil-,
        sclerod-, seborrh-, sialad-, sphincter-, splenom-, staphyloc-, streptoc-, subacrom-, subarach-, subconj-,
        subcutan-, subdural-, subfert-, subungu-, synovi-, tachyc-, temporomand-, tendino-, tendinit-, tendonit-,
        thalassaem-, thalassem-, thyrotox-, tonsill-, trichotil-, tympano-, urogen-, urosep-, vasovag-, vestibulo-,
        vitreor-, xerost-, faecal-`,
    },
    {
      category: 'procedure',
      kind: 'health.reason',
      words: `
        -rrhaphy, -pleurodesis, -tripsy, -adhesiolysis, -oximetry, -manometry, -cystometry, -tympanometry,
        angiopl-, angiogr-, cystect-, echocard-, electrocard-, electroenc-, electromyo-, electrophysiol-, electroconv-,
        endarter-, endosc-, endovasc-, endotrach-, epidur-, immunis-, immuniz-, intraart-, intraderm-, intramusc-,
        intraocul-, intraopera-, intrathec-, intrauter-, intraven-, intravit-, keratoplast-, laparo-, liposuc-,
        microneed-, microsuc-, nasogast-, neuromod-, neurophysiol-, neurorad-, neurorehab-, orchidop-, orchidec-,
        otoplas-, periopera-, photother-, polysomn-, postopera-, preopera-, prehabil-, psychodyn-, psychoeduc-,
        psychomot-, rhinoplast-, sigmoido-, splenect-, thoracosc-, thoracot-, thyroidec-, tracheos-, tracheot-,
        transcath-, transcran-, transderm-, transoesoph-, transesoph-, transrect-, transureth-, transvag-, urodyn-,
        uroflow-, vasocon-, vasodil-, videofluor-, viscosup-, vitrect-, ~psychoanal-`,
    },
    {
      category: 'condition',
      kind: 'health.condition',
      words: `
        ~therapies, ~treatments, ~ultrasounds, ~squints, ~scalds, ~facelifts, ~relapses, ~insoles, ~hygienists,
        ~prosthetists, ~orthotists, ~aestheticians, ~lacerations, ~bladders, ~trimesters, ~jabs, ~MRIs, ~ECGs, ~EKGs,
        ~copays, ~bedpans, ~placentas, ~denturists, ~DVTs, ~insomniacs, ~snorers, ~carcinogens, ~erections, ~depressions,
        doulas, physios, IUDs, styes, lipomas, Kegels, AFOs, goitres, goiters, coughs, wheezes`,
    },
    {
      category: 'specialty',
      kind: 'health.specialty',
      words: `
        -iatrician, -iatricians, -dontist, -dontists, -dontics, maxillof-, otolog-, physiat-, prosthod-, proctol-,
        psychogeri-, urogyn-`,
    },
    {
      category: 'body-part',
      kind: 'health.condition',
      words: `
        ~~thumb joint, ~~jaw joint, ~~ankle joint, ~~elbow joint, ~~wrist joint, ~~finger joint, ~~finger joints,
        ~~toe joint, ~~facet joint, ~~facet joints, ~~sacroiliac joint, ~~SI joint, ~~TMJ joint, ~~spine joint,
        ~~plantar, ~~tibial, ~~fibular, ~~peroneal, ~~ulnar, ~~sciatic, ~~facial nerve, ~~occipital, ~~intercostal,
        ~~patella, ~~femur, ~~tibia, ~~fibula, ~~humerus, ~~clavicle, ~~sacrum, ~~sacral, ~~pubic, ~~scrotal, ~~labial,
        ~~knuckle, ~~knuckles, ~~buttocks, ~~glute, ~~glutes, ~~earlobe, ~~earlobes, ~~cheekbone, ~~forehead,
        ~~eyebrow, ~~eyebrows, ~~nostrils, ~~uvula, ~~septum, ~~ureter, ~~ureteric, ~~aorta, ~~ventricular, ~~atrial,
        ~~vestibular, ~~cochlear, ~~auditory, ~~bile ducts, ~~colorectal, ~~duodenal, ~~hamstrings, ~~tummy button,
        ~~belly button, ~~navel, ~~umbilical, ~~ball of foot, ~~sole of foot, ~~private parts, ~~back passage,
        ~~thumbs, ~~spines, ~~jaws, ~~throats, ~~corneas, ~~retinas, ~~nipples, ~~hearts, ~~livers, ~~wombs, ~~brains,
        ~~necks, ~~noses, ~~chests, ~~discs, ~~disks, ~~vaginas, ~~enamel, ~~tubal, ~~gait, ~~posture,
        ~~mood, ~~appetite`,
    },
    {
      category: 'complaint',
      kind: 'health.condition',
      words: `
        ~~achy, ~~lumpy, ~~gritty, ~~watery, ~~flaky, ~~scaly, ~~chapped, ~~bloodshot, ~~shaky, ~~gunky, ~~discoloured,
        ~~discolored, ~~thickened, ~~protruding, ~~clogged, ~~overlapping, ~~bruised, ~~bruising, ~~tenderness,
        ~~redness, ~~itchiness, ~~itching, ~~twitch, ~~twitches, ~~thinning, ~~clenching, ~~grinding,
        ~~sensitivity, ~~throbbing, ~~swell, ~~swells, ~~ached, ~~tingle, ~~tingles,
        ~~brace, ~~splint, ~~reduction surgery, ~~filler, ~~fillers, ~~deformed, ~~trapped,
        ~~blistered, ~~itches, ~~rehab, ~~physio, ~~laser, ~~dilation,
        ~~ligation, ~~biopsied, ~~screening,
        ~~bumps, ~~exams, ~~grafts, ~~palsies, ~~bruises, ~~scans, ~~murmurs, ~~defects, ~~attacks, ~~fusions, ~~lasers,
        ~~contouring, ~~rejuvenation, ~~discolouration, ~~discoloration, ~~elastography`,
    },
  ],
}
export default en
