/** How the text of a setting is read, and what it becomes. */
export type SettingKind = "text" | "url" | "secret" | "path" | "switch" | "count" | "seconds" | "list" | "networks" | "choice";

export type SettingGroup = "database" | "store" | "target" | "server" | "audit" | "time" | "limits";

export interface Setting {
  /** Its name in `Config`. */
  readonly key: string;
  readonly env: string;
  /** Missing for what must not stand on a command line. */
  readonly flag?: string;
  readonly group: SettingGroup;
  readonly kind: SettingKind;
  /** As it would be written in the environment; null where nothing is set. */
  readonly default: string | null;
  readonly unit: string;
  /** For counts and seconds, both ends included. */
  readonly range?: readonly [number, number];
  /** For choices. */
  readonly choices?: readonly string[];
  readonly help: string;
}
