import type { Signature } from '../signature.js'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'other',
  hosts: ['youtube.com', 'youtube-nocookie.com', 'ytimg.com', 'googlevideo.com'],
  fields: {
    origin: { meaning: 'host of the page', source: 'https://developers.google.com/youtube/player_parameters' },
    'cookie:VISITOR_INFO1_LIVE': {
      meaning: 'browser id',
      source: 'https://policies.google.com/technologies/cookies',
      kind: 'identifier.cookie',
    },
    'cookie:__Secure-YEC': {
      meaning: 'browser id',
      source: 'https://policies.google.com/technologies/cookies',
      kind: 'identifier.cookie',
    },
  },
  examples: {
    match: ['https://www.youtube.com/embed/x?origin=https%3A%2F%2Fclinic.example'],
    miss: ['https://notyoutube.com/embed/x'],
  },
} satisfies Signature
