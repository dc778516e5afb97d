export interface FormattedValue {
  text: string;
  prefix?: string;
  suffix?: string;
}

export interface FormatTime {
  /** IANA name, or `browser`, or `utc`. */
  timeZone: string;
  /** Show milliseconds, for points less than a minute apart. */
  withMs?: boolean;
}

/** `decimals` null or undefined means as many as Grafana finds useful for the value. */
export type ValueFormatter = (value: number, decimals?: number | null, time?: FormatTime) => FormattedValue;
