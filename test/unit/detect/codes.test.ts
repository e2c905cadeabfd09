import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vocabularies } from '../../../src/detect/vocabularies.generated.js'
import { detectorOf, toExchange, toField, toRecipient } from './exchange.js'

const detector = detectorOf({ vocabularies: Object.values(vocabularies) })
const codesIn = (name: string, value: string): string[] =>
  detector.detect(toExchange(toField(name === '' ? 'body' : 'query', name, value)), toRecipient())
    .filter(({ rule }) => rule.startsWith('vocabulary:codes')).map(({ term, rule, field, start, end, layers }) =>
      `${term.kind} ${term.value} ${rule.split('#')[1]} ${layers.join('>')}`.trim() + (layers.length > 0 ? '' : ` ${value.slice(start - field.offset, end - field.offset)}`))

test('codes of diagnoses and medicines, behind a name that says so', () => {
  const rows: readonly (readonly [name: string, value: string, as: string])[] = [
    ['icd', 'F32.1', 'health.condition ICD F32.1 mental-health,high F32.1'],
    ['icd10', 'n40', 'health.condition ICD N40 urology,medium n40'],
    ['cd[diagnosis_code]', 'B20', 'health.condition ICD B20 sexual-health,high B20'],
    ['diagnosisCode', 'F3210', 'health.condition ICD F3210 mental-health,high F3210'],
    ['diag', 'N40', 'health.condition ICD N40 urology,medium N40'],
    ['dl', 'https://praxis.example/icd-code-suche/f32-1', 'health.condition ICD F32.1 mental-health,high f32-1'],
    ['dl', 'https%3A%2F%2Fpraxis.example%2Fs%3Ficd%3DC50.9', 'health.condition ICD C50.9 oncology,high percent'],
    ['', '{"patient":{"icd10Codes":["E11.9","I10"]}}', 'health.condition ICD E11.9 internal-medicine,medium E11.9'],
    ['', '{"a":"{\\"diagnosis\\":\\"O09.0\\"}"}', 'health.condition ICD O09.0 reproductive-health,high O09.0'],
    ['dt', 'ICD-10-GM F32.1G', 'health.condition ICD F32.1G mental-health,high F32.1G'],
    ['atcCode', 'N06AB04', 'health.medication ATC N06AB04 medication,medium N06AB04'],
    ['snomed', '35489007', 'health.condition SNOMED 35489007 condition,medium 35489007'],
    ['dl', 'https://apotheke.example/salbe-pzn-01234567', 'health.medication PZN 01234567 medication,medium 01234567'],
  ]
  for (const [name, value, as] of rows) assert.deepEqual(codesIn(name, value), [as], `${name}=${value}`)
})

test('what is spelt as a code under another name is none', () => {
  for (const [name, value] of [
    ['id', 'F32.1'], ['sku', 'N40'], ['x', 'N06AB04'], ['icd', 'F32.1.7'], ['icd', 'on'], ['icdn', 'F32'], ['medicdate', 'A10'], ['atc', '12'], ['atc', 'B12'],
    ['diagonal', 'A15'], ['diagnostic_code', 'P0420'], ['diag', 'P0420'], ['diagCode', 'E1001'], ['dl', 'https://garage.example/?diagnostic=C1234'],
    ['signal_diagnostic_labels', 'ok'], ['pzn', '12'], ['dl', 'https://a.example/matches/F32.1'], ['dl', 'https://a.example/atc/A10'],
    ['', '{"diag":{"t":"A12x"}}'], ['', '{"batch":"N06AB04"}'], ['dl', 'https://a.example/pzn-12345678-9'],
  ] as const) assert.deepEqual(codesIn(name, value), [], `${name}=${value}`)
})
