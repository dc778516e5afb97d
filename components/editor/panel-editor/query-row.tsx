"use client";

import { ActionIcon, Autocomplete, Collapse, Group, Select, Switch, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconChevronDown,
  IconChevronRight,
  IconCopy,
  IconEye,
  IconEyeOff,
  IconTrash,
} from "@tabler/icons-react";
import { useMemo, useRef } from "react";
import type { ReadTarget } from "@/lib/shared/dashboards/reading-model";
import type { TargetResult } from "@/lib/shared/panels/panel-data";
import type { TargetError } from "@/lib/shared/prometheus/panel-batch";
import type { PanelEdit } from "../draft-context";
import { insertPromql } from "../insert-promql";
import { PromqlField } from "../promql-field";
import { ExpressionField } from "./expression-field";
import { MetricButton } from "./metric-button";
import classes from "./panel-editor.module.css";
import { QueryProblems } from "./query-problems";

interface QueryRowProps {
  tenant: string;
  datasourceUid: string;
  target: ReadTarget;
  index: number;
  /** The other queries, which an expression may work on. */
  inputs: readonly string[];
  /** Whether the stored query says `range`. */
  storesRange: boolean;
  edit: PanelEdit;
  /** What the server said about this query when it was asked last. */
  errors: readonly TargetError[];
  result: TargetResult | null;
  onRun: () => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

const formats = [
  { value: "time_series", label: "Time series" },
  { value: "table", label: "Table" },
  { value: "heatmap", label: "Heatmap" },
];

export function QueryRow({
  tenant,
  datasourceUid,
  target,
  index,
  inputs,
  storesRange,
  edit,
  errors,
  result,
  onRun,
  onDuplicate,
  onRemove,
}: QueryRowProps) {
  const [opened, { toggle }] = useDisclosure(false);
  const row = useRef<HTMLDivElement>(null);
  const legends = useMemo(() => legendsOf(result), [result]);
  const path = ["targets", index] as const;
  const name = `query ${target.refId}`;
  const setInstant = (instant: boolean) => {
    // Newer documents say both; one that asks for a range as well would stay a range.
    if (storesRange) edit.set([...path, "range"], !instant, `Instant ${name}`);
    edit.set([...path, "instant"], instant, `Instant ${name}`);
  };
  return (
    <div
      ref={row}
      className={classes.query}
      data-query={target.refId}
      data-hidden={target.hidden || undefined}
    >
      <Group gap={4} mb={4} wrap="nowrap">
        <ActionIcon
          size={24}
          aria-label={`Options of ${name}`}
          aria-expanded={opened}
          disabled={target.expression !== undefined}
          onClick={toggle}
        >
          {opened ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />}
        </ActionIcon>
        <Text fw={600} size="xs" c="accent" w={28}>
          {target.refId}
        </Text>
        <Text size="xs" c="dimmed" flex={1} truncate>
          {target.expression ? "Expression" : formats.find(({ value }) => value === target.format)?.label}
          {target.instant ? ", instant" : ""}
          {target.legendFormat ? `, legend ${target.legendFormat}` : ""}
          {result ? `, ${seriesCount(result.frame.series.length)}` : ""}
        </Text>
        {target.expression ? null : (
          <MetricButton
            tenant={tenant}
            datasourceUid={datasourceUid}
            name={name}
            onUse={(expr) => insertPromql(row.current, expr)}
          />
        )}
        <ActionIcon
          size={24}
          aria-label={target.hidden ? `Show ${name}` : `Hide ${name}`}
          onClick={() => edit.put([...path, "hide"], target.hidden ? undefined : true, `Hide ${name}`)}
        >
          {target.hidden ? <IconEyeOff size={15} /> : <IconEye size={15} />}
        </ActionIcon>
        <ActionIcon size={24} aria-label={`Duplicate ${name}`} onClick={onDuplicate}>
          <IconCopy size={15} />
        </ActionIcon>
        <ActionIcon size={24} aria-label={`Remove ${name}`} onClick={onRemove}>
          <IconTrash size={15} />
        </ActionIcon>
      </Group>
      {target.expression ? (
        <ExpressionField
          name={name}
          expression={target.expression}
          inputs={inputs}
          errors={errors}
          onChange={(next) => edit.set(path, next, `Expression of ${name}`)}
        />
      ) : (
        <>
          <PromqlField
            tenant={tenant}
            datasourceUid={datasourceUid}
            label={`PromQL of ${name}`}
            value={target.expr}
            onChange={(expr) => edit.set([...path, "expr"], expr, `Expression of ${name}`)}
            onRun={onRun}
          />
          <QueryProblems expr={target.expr} errors={errors} warnings={result?.warnings ?? []} />
        </>
      )}
      <Collapse expanded={opened && !target.expression}>
        <Group mt="xs" gap="sm" align="end">
          <Autocomplete
            label="Legend"
            placeholder="{{job}}"
            data={legends}
            value={target.legendFormat}
            onChange={(legend) => edit.set([...path, "legendFormat"], legend, `Legend of ${name}`)}
          />
          <Select
            label="Format"
            w={140}
            allowDeselect={false}
            data={formats}
            value={target.format}
            onChange={(format) => format && edit.set([...path, "format"], format, `Format of ${name}`)}
          />
          <TextInput
            label="Minimum step"
            placeholder="15s"
            w={120}
            value={target.interval}
            onChange={(event) =>
              edit.put(
                [...path, "interval"],
                event.currentTarget.value || undefined,
                `Minimum step of ${name}`,
              )
            }
          />
          <Switch
            label="Instant"
            mb={6}
            checked={target.instant}
            onChange={(event) => setInstant(event.currentTarget.checked)}
          />
          <Switch
            label="Exemplars"
            mb={6}
            checked={target.exemplar === true}
            onChange={(event) =>
              edit.put(
                [...path, "exemplar"],
                event.currentTarget.checked || undefined,
                `Exemplars of ${name}`,
              )
            }
          />
        </Group>
      </Collapse>
    </div>
  );
}

/** Names that can be made of the labels that came in; Grafana calls the choice by what differs `__auto`. */
function legendsOf(result: TargetResult | null): string[] {
  const labels = new Set(result?.frame.series.flatMap((series) => Object.keys(series.labels)) ?? []);
  labels.delete("__name__");
  return ["__auto", ...[...labels].toSorted().map((label) => `{{${label}}}`)];
}

function seriesCount(count: number): string {
  return count === 1 ? "1 series" : `${count} series`;
}
