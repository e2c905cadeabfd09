import type { Signature } from '../signature.js'

/** The tag's own source. */
const tag = 'https://github.com/stape-io/data-tag/blob/main/template.js'

export default {
  // The server-side container that it feeds is hosted by Stape, by Google or by whoever runs the site; the request does not say.
  entity: 'Stape\'s Data Tag, run by or for the operator of its host',
  country: '',
  category: 'tag-manager',
  hosts: [],
  shape: [
    { path: /^/, fields: ['v', 'event', '_dcid_temp'] },
    { path: /^/, fields: ['v', 'event', 'dtdc'] },
    { path: /^/, fields: ['v', 'event_name', 'data_tag_custom_data'] },
    { path: /^/, fields: ['v', 'event_name', 'dtcd'] },
  ],
  fields: {
    event: { meaning: 'name of the event', source: tag },
    event_name: { meaning: 'name of the event', source: tag },
    _dcid_temp: { meaning: 'browser id', source: tag, kind: 'identifier.cookie' },
    page_location: { meaning: 'address of the page', source: tag },
    page_referrer: { meaning: 'address of the page before', source: tag },
    page_title: { meaning: 'title of the page', source: tag },
    dtdc: { meaning: 'data of the event, as JSON in base64', source: tag },
    dtcd: { meaning: 'data of the event, as JSON', source: tag },
    'common_cookie.*': { meaning: 'ids of advertising networks from the site\'s cookies', source: tag },
    'cookie:_dcid': { meaning: 'browser id', source: tag, kind: 'identifier.cookie' },
  },
  examples: {
    match: [
      'https://data.clinic.example/data?v=1&event=page_view&dtdc=eyJhIjoxfQ',
      'https://data.clinic.example/x7k2?v=1&event=page_view&_dcid_temp=dcid.1.1767348000000.123456789',
      'https://data.clinic.example/data?event_name=page_view&v=1&dtcd=%7B%7D',
    ],
    miss: ['https://data.clinic.example/data?v=1&event=page_view', 'https://data.clinic.example/data?v=1&event_name=page_view'],
  },
} satisfies Signature
