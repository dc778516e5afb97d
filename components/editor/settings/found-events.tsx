import { Text } from "@mantine/core";
import { useDashboardRuntime } from "@/components/dashboards/dashboard-runtime";
import type { AnnotationAnswer, AnnotationEvent } from "@/lib/shared/prometheus/annotation-query";
import { formatTimestamp } from "@/lib/shared/time/range-label";

interface FoundEventsProps {
  answer: AnnotationAnswer | undefined;
  failure: string | undefined;
}

const shown = 3;

/** What the annotation finds now, as a proof that its query is right. */
export function FoundEvents({ answer, failure }: FoundEventsProps) {
  const { timeZone } = useDashboardRuntime();
  const problem = failure ?? answer?.problem;
  if (problem) {
    return (
      <Text size="xs" c="error" role="status">
        {problem}
      </Text>
    );
  }
  if (!answer) return null;
  const { events } = answer;
  const last = events.slice(-shown).reverse();
  return (
    <Text size="xs" c="dimmed" role="status" component="div">
      {countText(events.length)}
      {last.map((event) => (
        <div key={`${event.fromMs} ${event.title} ${event.text}`}>{eventText(event, timeZone)}</div>
      ))}
    </Text>
  );
}

function countText(count: number): string {
  if (count === 0) return "It finds no event in this time range.";
  return count === 1
    ? "It finds 1 event in this time range:"
    : `It finds ${count} events in this time range, the last:`;
}

function eventText({ fromMs, toMs, title, text, tags }: AnnotationEvent, timeZone: string): string {
  const until = toMs > fromMs ? ` to ${formatTimestamp(toMs, timeZone)}` : "";
  return [`${formatTimestamp(fromMs, timeZone)}${until}`, title, text, ...tags]
    .filter((part) => part !== "")
    .join(" · ");
}
