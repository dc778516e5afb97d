import { ActionIcon, Button, Group, NumberInput, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { type ThresholdStep, toStoredSteps, withStep } from "@/lib/shared/dashboards/edit/thresholds";
import type { Json } from "@/lib/shared/json";
import { keyedByPlace } from "../keyed-by-place";
import { ColorField } from "./color-field";

interface ThresholdsFieldProps {
  mode: "absolute" | "percentage";
  steps: ThresholdStep[];
  onChange: (thresholds: Json) => void;
}

const nextColors = ["red", "orange", "yellow", "blue", "purple"];

/** The steps from the highest down, as Grafana lists them; the base has no value. */
export function ThresholdsField({ mode, steps, onChange }: ThresholdsFieldProps) {
  // Whoever adds one says next from where it holds.
  const [added, setAdded] = useState(false);
  const commit = (next: ThresholdStep[], nextMode = mode) =>
    onChange({ mode: nextMode, steps: toStoredSteps(next) });
  const add = () => {
    const highest = steps.at(-1)?.value ?? Number.NEGATIVE_INFINITY;
    const unused = nextColors.find((color) => steps.every((step) => step.color !== color));
    setAdded(true);
    commit([...steps, { value: Number.isFinite(highest) ? highest + 10 : 80, color: unused ?? "red" }]);
  };
  return (
    <Stack gap={6}>
      <Text size="xs" c="dimmed">
        A colour holds from its value upwards.
      </Text>
      {keyedByPlace(steps)
        .toReversed()
        .map(({ key, item: step, index }) => (
          <Group key={key} gap={6} wrap="nowrap">
            <ColorField
              label={index === 0 ? "Colour of the base" : `Colour from ${step.value}`}
              value={step.color}
              onChange={(color) => commit(withStep(steps, index, { color }))}
            />
            {index === 0 ? (
              <Text size="xs" c="dimmed" w={110} ta="center">
                Base
              </Text>
            ) : (
              <NumberInput
                aria-label={`Threshold ${index}`}
                value={step.value}
                w={110}
                autoFocus={added && index === steps.length - 1}
                onFocus={(event) => event.currentTarget.select()}
                onChange={(value) => typeof value === "number" && commit(withStep(steps, index, { value }))}
              />
            )}
            {index === 0 ? null : (
              <ActionIcon
                aria-label={`Remove threshold ${index}`}
                onClick={() => commit(steps.filter((_, other) => other !== index))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
      <Group justify="space-between">
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          Add threshold
        </Button>
        <SegmentedControl
          size="xs"
          aria-label="Thresholds are"
          data={[
            { value: "absolute", label: "Absolute" },
            { value: "percentage", label: "Percent" },
          ]}
          value={mode}
          onChange={(value) => commit(steps, value === "percentage" ? "percentage" : "absolute")}
        />
      </Group>
    </Stack>
  );
}
