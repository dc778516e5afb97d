import { AppError } from "@/lib/shared/errors";
import type { Finding } from "@/lib/shared/promql/explain/explanation";
import { quote } from "@/lib/shared/promql/quote";
import { formatDuration } from "@/lib/shared/time/duration";
import type { ExplainSource } from "./explain-source";
import type { Explaining } from "./explaining";

interface Silent {
  /** The selector without `offset` and `@`. */
  text: string;
  shift: string;
  /** Some of the series that it has had at any time. */
  series: Record<string, string>[];
}

const daySeconds = 86_400;

/** The series exist but have no sample in the range: is the target down, or when were they seen? */
export async function explainSilence(silent: Silent, question: Explaining): Promise<Finding> {
  const { source, grid } = question;
  const { text, shift } = silent;
  const [down, last, first, unshifted, oldest] = await Promise.all([
    findDownTarget(silent, question),
    timeOf(`max(max_over_time(timestamp(${text})[7d:5m]))`, grid.startSeconds, source),
    timeOf(
      `min(min_over_time(timestamp(${text})[7d:5m]))`,
      shift === "" ? grid.endSeconds + 7 * daySeconds : grid.endSeconds,
      source,
    ),
    shift === "" ? [] : source.matrix(`count(${text})`, grid),
    shift === "" ? null : timeOf(longAgo(text, "min"), grid.endSeconds, source),
  ]);
  if (unshifted.length > 0) {
    const future = /offset\s+-/i.test(shift)
      ? " That lies in the future."
      : firstSentence(first, oldest, grid.endSeconds - 7 * daySeconds);
    const message = `\`${text}\` has samples in this time range, but none where \`${shift}\` looks.${future}`;
    return { reason: "no_samples_in_range", message };
  }
  if (down && !down.isGone) return withLast(down.finding, last);
  const before = last ?? (await timeOf(longAgo(text, "max"), grid.startSeconds, source));
  if (grid.startSeconds > question.nowSeconds) return inFuture(text, before, question);
  // A target that came later than the range is not one that has gone.
  if (down && before !== null) return withLast(down.finding, before);
  const later = first !== null && first > grid.endSeconds ? first : await laterThan(text, question);
  const seen = before ?? later;
  const when =
    before !== null
      ? ` The last one came at ${utc(before)}.`
      : later !== null
        ? ` The first one after it came at ${utc(later)}.`
        : "";
  return {
    reason: "no_samples_in_range",
    message: `\`${text}\` has no samples in this time range.${when}`,
    evidence: sentence("Next sample after the range", before === null ? null : later),
    fix: seen === null ? null : { kind: "time_range", ...rangeAround(seen, grid) },
  };
}

function withLast(finding: Finding, last: number | null): Finding {
  return { ...finding, evidence: [...(finding.evidence ?? []), ...sentence("Last sample", last)] };
}

function inFuture(text: string, last: number | null, { grid }: Explaining): Finding {
  const when = last === null ? "" : ` The last sample of \`${text}\` came at ${utc(last)}.`;
  return {
    reason: "no_samples_in_range",
    message: `This time range lies in the future: it begins at ${utc(grid.startSeconds)}.${when}`,
    fix: last === null ? null : { kind: "time_range", ...rangeAround(last, grid) },
  };
}

function rangeAround(seen: number, { startSeconds, endSeconds }: Explaining["grid"]) {
  const width = Math.max(600, endSeconds - startSeconds);
  return { fromMs: (seen - width * 0.9) * 1_000, toMs: (seen + width * 0.1) * 1_000 };
}

/** Coarse, because it looks through more than a year. */
function longAgo(text: string, which: "min" | "max"): string {
  return `${which}(${which}_over_time(timestamp(present_over_time(${text}[6h]))[400d:6h]))`;
}

async function laterThan(text: string, { grid, nowSeconds, source }: Explaining): Promise<number | null> {
  if (nowSeconds - grid.endSeconds < 60) return null;
  const window = formatDuration((nowSeconds - grid.endSeconds) * 1_000);
  const found = await timeOf(`min(min_over_time(timestamp(${text})[${window}:5m]))`, nowSeconds, source);
  return found !== null && found > grid.endSeconds ? found : null;
}

interface DownTarget {
  finding: Finding;
  /** It is not scraped at all. */
  isGone: boolean;
}

async function findDownTarget({ series }: Silent, question: Explaining): Promise<DownTarget | null> {
  const { source, grid } = question;
  const targets = distinctTargets(series);
  if (targets.length === 0) return null;
  const any = targets.map((target) => `up{${target}}`);
  const [states, ever] = await Promise.all([
    source.vector(any.join(" or "), grid.endSeconds),
    Promise.all(any.map((selector) => source.series(selector, 1))),
  ]);
  const down = states.find(({ value }) => value === 0);
  if (down) return { finding: await describeDown(down.labels, question), isGone: false };
  const [gone] = states.length === 0 ? ever.flat() : [];
  if (!gone) return null;
  const name = targetOf(gone);
  const message = `The target ${name} is not scraped any more. Check whether it still stands in Prometheus' configuration.`;
  return { finding: { reason: "target_down", message }, isGone: true };
}

async function describeDown(labels: Record<string, string>, { source, grid }: Explaining): Promise<Finding> {
  const target = targetOf(labels);
  const [since, [duration], [samples]] = await Promise.all([
    timeOf(`max(max_over_time(timestamp(up{${target}} == 1)[7d:5m]))`, grid.endSeconds, source),
    source.vector(`scrape_duration_seconds{${target}}`, grid.endSeconds),
    source.vector(`scrape_samples_scraped{${target}}`, grid.endSeconds),
  ]);
  return {
    reason: "target_down",
    message: `The target ${target} is down: Prometheus cannot scrape it.${since === null ? "" : ` It was up until ${utc(since)}.`} Start it, or check its address.`,
    evidence: [
      ...(duration ? [scrapeSentence(duration.value)] : []),
      ...(samples ? [`The last scrape gave ${samples.value} samples.`] : []),
    ],
  };
}

/** What the scrape's own series tell of the error; its text stays with Prometheus. */
function scrapeSentence(seconds: number): string {
  const took = `The last scrape failed after ${seconds.toFixed(seconds < 0.1 ? 3 : 1)} s`;
  return seconds < 1
    ? `${took}: the connection is refused, the status is an error, or the page cannot be read.`
    : `${took}: the target answers too slowly or not at all.`;
}

function distinctTargets(series: Silent["series"]): string[] {
  const targets = series.filter(({ job, instance }) => job || instance).map(targetOf);
  return [...new Set(targets)].slice(0, 5);
}

function targetOf(labels: Record<string, string>): string {
  return ["job", "instance"]
    .flatMap((label) => (labels[label] ? [`${label}=${quote(labels[label])}`] : []))
    .join(", ");
}

/** Null also where finding the time would cost Prometheus too much. */
async function timeOf(expr: string, atSeconds: number, source: ExplainSource): Promise<number | null> {
  try {
    const [found] = await source.vector(expr, atSeconds);
    return found && Number.isFinite(found.value) ? found.value : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Exactly where the first sample is of the last days, roughly where it is older. */
function firstSentence(first: number | null, oldest: number | null, sinceSeconds: number): string {
  if (oldest !== null && oldest < sinceSeconds) return ` Its samples go back to ${utc(oldest).slice(0, 10)}.`;
  return first === null ? "" : ` Its first sample came at ${utc(first)}.`;
}

function sentence(what: string, seconds: number | null): string[] {
  return seconds === null ? [] : [`${what}: ${utc(seconds)}.`];
}

function utc(seconds: number): string {
  return `${new Date(seconds * 1_000).toISOString().replace("T", " ").slice(0, 19)} UTC`;
}
