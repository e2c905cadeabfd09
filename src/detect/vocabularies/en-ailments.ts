/**
 * English: rarer diseases and injuries, what patients call them, and parts of the body with what may be done to them.
 * Written by hand.
 */
import type { Vocabulary } from '../vocabulary.js'

const en: Vocabulary = {
  language: 'en',
  groups: [
    {
      category: 'infection',
      kind: 'health.condition',
      words: `
        shigellosis, cat scratch fever, coxsackie virus, CMV infection, caterpillar rash, gonococcal infection,
        pertussis vaccine, listeria infection, Marburg fever, hospital-acquired infection, mono infection, swine flu,
        streptococcus, streptococcal infection`,
    },
    {
      category: 'oncology',
      kind: 'health.condition',
      words: `
        advanced cancer, hormone receptor positive, pediatric cancer, terminal cancer, precancerous,
        lymph node cancer, nasopharyngeal cancer, cancer recurrence, tongue cancer`,
    },
    {
      category: 'internal-medicine',
      kind: 'health.condition',
      words: `
        iron overload, eosinophilia, graft versus host, immune deficiencies, lymphopenia, low platelets,
        von Willebrand, androgen deficiency, Cushing's, fructose intolerance, histamine intolerance,
        hyperprolactinemia, hypertriglyceridemia, calcium deficiency, magnesium deficiency, Gaucher's disease,
        delayed puberty, growth hormone deficiency, zinc deficiency, hardening of the arteries, cardiac anxiety,
        enlarged heart, heart transplantation, congenital heart, long QT syndrome, lung transplantation,
        mitral valve repair, ventricular septal defect, atrial septal defect, breathing pauses, farmer's lung,
        diaphragm paralysis, itchy bottom, belching, fecal occult blood test, inflamed colon, gallstone disease,
        short bowel syndrome, delayed gastric emptying, low FODMAP, trapped wind, inflamed esophagus,
        esophageal spasm, Zenker's diverticulum`,
    },
    {
      category: 'mental-health',
      kind: 'health.condition',
      words: `
        emotional lability, nightmare disorder, antisocial personality, attachment disorder, morbid jealousy,
        emotional dysregulation, illness anxiety, catatonic, climate anxiety, night anxiety, school phobia,
        child mental health, social anxieties, performance anxiety, pathological gambling, feeling depressed,
        trichophagia, persecutory delusions, gender incongruence, LGBT counselling, abuse victim`,
    },
    {
      category: 'neurology',
      kind: 'health.condition',
      words: `
        Chiari malformation, eyelid spasm, CADASIL, drop foot, tonic-clonic seizure, medication overuse headache,
        locked-in syndrome, nerve damage, peroneal nerve palsy, brachial plexus injury, stroke recovery, relapsing MS,
        spastic paralysis, subarachnoid bleed, word finding difficulty`,
    },
    {
      category: 'eye-ear-teeth',
      kind: 'health.condition',
      words: `
        visual aura, itchy eyes, eye muscle palsy, visual field loss, corneal abrasion, secondary cataract,
        bloodshot eyes, watery eyes, blocked tear duct, blurry vision, binocular vision disorder, ear discharge,
        itchy ears, blocked ear, ruptured eardrum, mastoid infection, dental plaque, gum boil, exposed tooth neck,
        cracked tooth, jaw cyst, loose tooth, molar incisor hypomineralisation, crossbite, root infection,
        broken teeth, gum overgrowth, tooth replacement, adult braces`,
    },
    {
      category: 'dermatology',
      kind: 'health.condition',
      words: `
        Behcet's, barber's itch, thread veins, school sores, sweaty feet, telogen effluvium, sweaty palms, tinea,
        venereal warts, sun rash, polymorphic light eruption`,
    },
    {
      category: 'condition',
      kind: 'health.condition',
      words: `
        disc degeneration, leg malalignment, biceps tear, fibula fracture, broken finger, snapping hip,
        humerus fracture, broken collarbone, bone cyst, Kienböck's disease, metatarsal fracture, muscle tear,
        broken nose, broken arm, piriformis syndrome, broken rib, scaphoid fracture, tarsal tunnel syndrome,
        thoracic outlet syndrome, tibia fracture, pectus excavatum, vertebral fracture, broken toe, protein in urine,
        Alport syndrome, bladder diverticulum, bladder spasm, painful bladder syndrome, erection pills,
        weak urine stream, intimate dryness, micropenis, kidney donation, sore penis, erection difficulties,
        pain during sex, burning when urinating, cyst on ovary, intermenstrual bleeding, animal bite,
        second degree burn, electric shock injury, something in eye, brain contusion, hand trauma, venom allergy,
        CO poisoning, food allergen, dairy allergy, mushroom poisoning, ~deep cut, soy allergy, sun allergy,
        fall injury, ~scald, knocked-out tooth`,
    },
    {
      category: 'reproductive-health',
      kind: 'health.reason',
      words: `
        baby hip, waters broken, perineal tear, delivery ward, ~rainbow baby, traumatic birth, surrogate mother,
        cord blood banking, newborn baby care, prenatal ultrasound, overdue baby, baby scan, prenatal paternity`,
    },
    {
      category: 'disability-and-care',
      kind: 'health.condition',
      words: `
        medical aid in dying, chronically ill child, heart patients, cancer sufferers, people with addiction,
        trans people, living with cancer, living with MS, my child has cancer`,
    },
    {
      category: 'body-part',
      kind: 'health.condition',
      words: `
        ~~tailbone, ~~coccyx, ~~armpit, ~~armpits, ~~buttock, ~~hamstring, ~~quadriceps, ~~biceps, ~~shin, ~~shins,
        ~~achilles, ~~big toe, ~~thumb, ~~forearm, ~~upper arm, ~~collarbone, ~~shoulder blade, ~~breastbone,
        ~~kneecap, ~~sternum, ~~windpipe, ~~trachea, ~~vocal cord, ~~vocal cords, ~~appendix, ~~fetus, ~~foetus,
        ~~placenta, ~~fallopian tube, ~~fallopian tubes, ~~prostate gland, ~~bile ducts, ~~duodenum,
        ~~small intestine, ~~large intestine, ~~tummy, ~~belly, ~~lower back, ~~upper back, ~~knees, ~~hips,
        ~~shoulders, ~~ankles, ~~wrists, ~~elbows, ~~vertebrae, ~~vertebral, ~~spinal cord, ~~brain stem,
        ~~optic nerve, ~~sciatic nerve, ~~inner ear, ~~middle ear, ~~nasal, ~~sinus cavity, ~~gland, ~~glands,
        ~~salivary, ~~fetal, ~~foetal, ~~neonatal, ~~newborn, ~~prenatal, ~~antenatal, ~~postnatal, ~~perinatal,
        ~~maternal, ~~pediatric, ~~paediatric, ~~geriatric, ~~biliary, ~~pancreatic, ~~rectal, ~~anal, ~~oesophageal,
        ~~esophageal, ~~gastric, ~~gastrointestinal, ~~adrenals, ~~ovarian, ~~endometrial, ~~vaginal, ~~vulvar,
        ~~vulval, ~~testicular, ~~penile, ~~urethral, ~~urologic, ~~pulmonary, ~~pleural, ~~laryngeal, ~~corneal,
        ~~retinal, ~~macular, ~~optic, ~~lumbar, ~~thoracic, ~~sacroiliac, ~~femoral, ~~patellar, ~~meniscal,
        ~~cranial, ~~cerebral, ~~venous, ~~arterial, ~~coronary, ~~aortic, ~~mitral, ~~carotid, ~~immune, ~~metabolic,
        ~~endocrine, ~~periodontal, ~~orthodontic, ~~maxillofacial, ~~musculoskeletal, ~~neuromuscular,
        ~~cardiovascular, ~~skeletal, ~~sperm, ~~stool, ~~saliva, ~~embryo, ~~bowels`,
    },
    {
      category: 'complaint',
      kind: 'health.condition',
      words: `
        ~~hurts, ~~hurting, ~~numb, ~~twitching, ~~bump, ~~itch, ~~dryness, ~~nodule, ~~nodules, ~~mass, ~~exam,
        ~~imaging, ~~surgeries, ~~clot, ~~clots, ~~stenosis, ~~fusion, ~~graft, ~~donor, ~~donation, ~~condition,
        ~~conditions, ~~treatments, ~~rehabilitation, ~~implants, ~~infarction, ~~inflammatory, ~~sprains, ~~strains,
        ~~repair surgery, ~~abnormality, ~~abnormalities, ~~anomaly, ~~degeneration, ~~atrophy, ~~lesion removal,
        ~~herniation, ~~instability, ~~tightness, ~~blocked, ~~inflammations, ~~specialists, ~~stiff, ~~hemorrhages,
        ~~tremors, ~~numbing, ~~stent, ~~stents, ~~culture test, ~~sample test, ~~health problems`,
    },
  ],
}
export default en
