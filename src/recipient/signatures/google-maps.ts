import type { Signature } from '../signature.js'

export default {
  entity: 'Google Ireland Limited',
  country: 'IE',
  category: 'maps',
  hosts: ['maps.googleapis.com', 'maps.google.com', 'maps.gstatic.com', 'places.googleapis.com'],
  fields: {
    q: {
      meaning: 'place that is shown or searched for',
      source: 'https://developers.google.com/maps/documentation/embed/embedding-map',
    },
    center: {
      meaning: 'place that is shown',
      source: 'https://developers.google.com/maps/documentation/maps-static/start',
    },
    address: {
      meaning: 'address that is looked up',
      source: 'https://developers.google.com/maps/documentation/geocoding/requests-geocoding',
    },
  },
  examples: {
    match: ['https://maps.googleapis.com/maps/api/js?key=x', 'https://maps.google.com/maps?q=Berlin'],
    miss: ['https://maps.example/maps?q=Berlin', 'https://www.google.com/ccm/collect'],
  },
} satisfies Signature
