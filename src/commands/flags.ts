/** What each command was told, as commander hands it over. */
import type { Retention } from '../capture/manifest.js'

export interface CommonFlags { readonly config?: string; readonly db?: string; readonly quiet?: true; readonly json?: true }
export interface SubjectFlags extends CommonFlags {
  readonly persona?: string
  readonly value: readonly string[]
  readonly firstParty?: readonly string[]
  readonly filterList?: readonly string[]
  readonly clientIp?: readonly string[]
  readonly label?: string
  readonly failOn: string
}
export interface AnalyzeFlags extends SubjectFlags {
  readonly strict?: true
  readonly target?: string
  readonly resolveCnames?: true
  readonly resolver?: string
  readonly control?: readonly string[]
  readonly controlPersona?: string
}
export interface AuditFlags extends SubjectFlags {
  readonly baseUrl?: string
  readonly consent?: readonly string[]
  readonly control?: true
  readonly controlPersona?: string
  readonly repeat: number
  readonly workers?: number
  readonly allowSideEffects?: readonly string[]
  readonly browser?: string
  readonly channel?: string
  readonly headed?: true
  readonly trace?: true
  readonly profile?: string
  readonly storageState?: string
  readonly proxy?: string
  readonly locale?: string
  readonly timezone?: string
  readonly geolocation?: string
  readonly device?: string
  readonly thirdPartyCookies: 'allow' | 'block'
  readonly hostMap: readonly string[]
  readonly ignoreHttpsErrors?: true
  readonly operator?: string
  readonly machine?: string
  readonly retention?: Retention
}
export type RecordFlags = SubjectFlags & Pick<
  AuditFlags, 'browser' | 'channel' | 'profile' | 'storageState' | 'proxy' | 'locale' | 'timezone' | 'geolocation'
  | 'device' | 'thirdPartyCookies' | 'hostMap' | 'ignoreHttpsErrors' | 'operator' | 'machine' | 'retention'
> & {
  readonly headless?: true
  /** Folder for captures; absent: reports/captures. */
  readonly captures?: string
}
export interface SelectionFlags extends PlaceFlags {
  readonly run?: string
  readonly capture?: string
  readonly scenario?: string
  readonly consent?: string
}
export interface CheckFlags extends SelectionFlags {
  readonly baseline?: string
  readonly updateBaseline?: true
  readonly report: readonly string[]
  readonly failOn?: string
}
export interface PlaceFlags extends CommonFlags { readonly target?: string }
export interface DiffFlags extends PlaceFlags { readonly failOn?: string }
export interface ExportFlags extends PlaceFlags { readonly har?: string; readonly warc?: string }
export interface KeyFlags extends CommonFlags {
  readonly key?: string
  readonly passphraseFile?: string
  readonly newPassphraseFile?: string
  readonly passphrase?: boolean
  readonly rotate?: true
}
export interface EvidenceFlags extends PlaceFlags { readonly tsa?: string; readonly tsaCa?: string }
export interface PackFlags extends EvidenceFlags {
  readonly out?: string
  readonly key?: string
  readonly passphraseFile?: string
  readonly sign?: boolean
  readonly persona?: string
  readonly controlPersona?: string
  readonly value?: readonly string[]
  readonly clientIp?: readonly string[]
}
export interface RedactFlags extends PackFlags {
  readonly saltFile?: string
  readonly filterList?: readonly string[]
  readonly prove?: string
}
export interface VerifyFlags extends CommonFlags {
  readonly key?: string
  readonly fingerprint?: string
  readonly head?: string
  readonly tsaCa?: string
  readonly reanalyse?: true
  readonly persona?: string
  readonly filterList?: readonly string[]
}
export interface PruneFlags extends EvidenceFlags { readonly before: string }
export interface ViewFlags extends PlaceFlags { readonly port?: number; readonly language: string }
export interface AssessFlags extends PlaceFlags {
  readonly status: 'pending' | 'confirmed' | 'dismissed'
  readonly reason: string
  readonly by: string
}
export interface ReportFlags extends SelectionFlags {
  readonly format?: string
  readonly language?: string
  readonly out?: string
  readonly failOn?: string
}
