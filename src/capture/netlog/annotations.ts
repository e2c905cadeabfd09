/**
 * Traffic annotations: Chromium's note on each request of which part of it sent it and why, as the hash of a name. By them
 * the browser's own requests are told from those that a page has set off without being named as who asked.
 */

/** Names from Chromium's `tools/traffic_annotation/summary/annotations.xml`. */
const namesOfPages = [
  'navigation_url_loader', 'blink_resource_loader', 'blink_fetch_later_manager', 'keepalive_fetch_retry', 'websocket_stream',
  'early_hints_preload', 'favicon_loader', 'open_search', 'prewarm_http_disk_cache', 'reporting',
  'speculation_rules_prefetch', 'speculation_rules_prefetch_probe', 'worker_script_load', 'service_worker_script_load',
  'service_worker_update_checker', 'service_worker_navigation_preload', 'service_worker_race_network_request',
  'background_fetch_context', 'download_web_contents_frame', 'renderer_initiated_download', 'parallel_download_job',
  'download_manager_resume', 'drag_download_file', 'save_file_manager', 'sigined_exchange_cert_fetcher', 'dbsc_registration',
  'fedcm', 'email_verification', 'payment_manifest_downloader', 'webauthn_rp_id_check', 'webauthn_challenge_fetch',
  'web_app_origin_association_download', 'url_prevision_fetcher', 'fenced_frame_reporting_beacon',
  'conversion_measurement_report', 'aggregation_service_report', 'auction_downloader', 'auction_report_sender',
  'interest_group_update_fetcher', 'interest_group_well_known_fetcher', 'bidding_and_auction_server_key_fetch',
  'shared_storage_worklet_host', 'shared_storage_worklet_module_script_downloader',
] as const

const ofPages: ReadonlySet<number> = new Set(namesOfPages.map(hashOf))
const ofScripts = hashOf('blink_resource_loader')

/** Whether a page has set off what bears this annotation. */
export function isOfPages(annotation: number): boolean {
  return ofPages.has(annotation)
}

/** Whether a document or a worker has asked for it itself, not the browser for it, as for an icon. */
export function isOfScripts(annotation: number): boolean {
  return annotation === ofScripts
}

/** As `net/traffic_annotation/network_traffic_annotation.h` computes it; a prime keeps it within 32 bits. */
function hashOf(name: string): number {
  return Buffer.from(name).reduce((hash, byte, at) => at === 0 ? byte : (hash * 31 + byte) % 138_003_713, 0)
}
