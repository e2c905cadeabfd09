import agkn from './agkn.js'
import criteo from './criteo.js'
import ga4 from './ga4.js'
import googleAds from './google-ads.js'
import leavewise from './leavewise.js'
import linkedin from './linkedin.js'
import meta from './meta.js'
import outbrain from './outbrain.js'
import proxied from './proxied.js'
import sealwise from './sealwise.js'
import sessiontape from './sessiontape.js'
import taboola from './taboola.js'
import tiktok from './tiktok.js'
import type { Tracker } from './tracker.js'
import trkn from './trkn.js'

/** In the order in which a site loads them. */
export const TRACKERS: readonly Tracker[] = [
  meta, outbrain, googleAds, ga4, taboola, criteo, tiktok, linkedin, sessiontape, leavewise, trkn, agkn, proxied,
  sealwise,
]

export const TRACKER_HOSTS: readonly string[] = [...new Set(TRACKERS.flatMap((tracker) => tracker.hosts))]
