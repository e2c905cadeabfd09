import type { Signature } from '../signature.js'

export default {
  entity: 'Adform A/S',
  country: 'DK',
  category: 'advertising',
  hosts: ['adform.net', 'adform.com', 'adformdsp.net'],
  // As its tag has it for browsers without scripts: /Serving/TrackPoint/?pm=1&ADFPageName=Booking&ADFdivider=|
  shape: { path: /\/serving\/trackpoint\/?$/i, fields: ['pm'] },
  examples: {
    match: [
      'https://track.adform.net/Serving/TrackPoint/?pm=1&ADFPageName=Booking&ADFdivider=%7C',
      'https://data.clinic.example/Serving/TrackPoint/?pm=1&ADFPageName=Booking',
    ],
    miss: ['https://data.clinic.example/Serving/TrackPoint/', 'https://data.clinic.example/serving?pm=1'],
  },
} satisfies Signature
