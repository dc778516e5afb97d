"use client";

import { Group, NumberInput, Switch, TextInput } from "@mantine/core";
import type { JsonObject } from "@/lib/shared/json";
import { parseDurationMs } from "@/lib/shared/time/duration";

interface IntervalFieldsProps {
  variable: JsonObject;
  onChange: (key: string, value: JsonObject[string]) => void;
}

/** The choice Auto: the range in so many steps, none shorter than the least. */
export function IntervalFields({ variable, onChange }: IntervalFieldsProps) {
  const least = typeof variable.auto_min === "string" ? variable.auto_min : "10s";
  return (
    <Group align="start">
      <Switch
        mt={28}
        label="Auto"
        checked={variable.auto === true}
        onChange={(event) => onChange("auto", event.currentTarget.checked)}
      />
      {variable.auto === true ? (
        <>
          <NumberInput
            label="Steps of Auto"
            w={130}
            min={1}
            max={1000}
            value={typeof variable.auto_count === "number" ? variable.auto_count : 30}
            onChange={(count) => typeof count === "number" && onChange("auto_count", count)}
          />
          <TextInput
            label="Least step"
            w={130}
            placeholder="10s"
            value={least}
            error={parseDurationMs(least) === null ? "Write 10s, 1m or 1h." : null}
            onChange={(event) => onChange("auto_min", event.currentTarget.value)}
          />
        </>
      ) : null}
    </Group>
  );
}
