import type { FormattedValue, ValueFormatter } from "./unit";

const parts: [name: string, ms: number][] = [
  ["year", 31_536_000_000],
  ["month", 2_592_000_000],
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
  ["millisecond", 1],
];

/** `2 hours, 5 minutes`: the largest part, and `decimals` more. */
function spelledOut(totalMs: number, decimals: number): string {
  const strings: string[] = [];
  let restMs = totalMs;
  for (const [name, ms] of parts) {
    if (strings.length > decimals) break;
    const amount = restMs / ms;
    if (amount < 1 && strings.length === 0) continue;
    const whole = Math.floor(amount);
    strings.push(`${whole} ${name}${whole === 1 ? "" : "s"}`);
    restMs %= ms;
  }
  return strings.join(", ");
}

function duration(unitMs: number, unitName: string): ValueFormatter {
  const format: ValueFormatter = (value, decimals) => {
    if (value === 0) return { text: "0", suffix: ` ${unitName}s` };
    if (value < 0) return ago(format(-value, decimals));
    return { text: spelledOut(value * unitMs, decimals ?? 0) };
  };
  return format;
}

export const durationMs = duration(1, "millisecond");
export const durationSeconds = duration(1000, "second");

export const durationHms: ValueFormatter = (value) => {
  if (value < 0) return ago(durationHms(-value));
  const clock = [Math.floor(value / 3600), Math.floor((value % 3600) / 60), Math.floor(value % 60)];
  return { text: clock.map(twoDigits).join(":") };
};

export const durationDhms: ValueFormatter = (value) => {
  if (value < 0) return ago(durationDhms(-value));
  const days = Math.floor(value / 86_400);
  const { text } = durationHms(value - days * 86_400);
  return { text: days > 0 ? `${days} d ${text}` : text };
};

export const clockMs: ValueFormatter = (value, decimals) => {
  // Negative time has no clock reading; it wraps around midnight, as in Grafana.
  const inDay = ((Math.trunc(value) % 86_400_000) + 86_400_000) % 86_400_000;
  const ms = `${String(Math.floor(inDay % 1000)).padStart(3, "0")}ms`;
  const s = `${twoDigits(Math.floor(inDay / 1000) % 60)}s`;
  const m = `${twoDigits(Math.floor(inDay / 60_000) % 60)}m`;
  if (value < 1000) return { text: ms };
  const fields =
    value < 60_000
      ? [s, ms]
      : value < 3_600_000
        ? [m, s, ms]
        : [`${Math.floor(value / 3_600_000)}h`, m, s, ms];
  // Under a minute only 0 shortens; a missing setting shows everything.
  const shown =
    decimals == null || (value < 60_000 && decimals > 0) ? fields.length : Math.max(1, decimals + 1);
  return { text: fields.slice(0, shown).join(":") };
};

export const clockSeconds: ValueFormatter = (value, decimals) => clockMs(value * 1000, decimals);

function ago(formatted: FormattedValue): FormattedValue {
  return { ...formatted, suffix: `${formatted.suffix ?? ""} ago` };
}

function twoDigits(value: number): string {
  return value > 9 ? String(value) : `0${value}`;
}
