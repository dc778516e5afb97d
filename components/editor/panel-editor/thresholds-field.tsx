import {
  ActionIcon,
  Button,
  ColorInput,
  Group,
  Input,
  NumberInput,
  SegmentedControl,
  Stack,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { type ThresholdStep, toStoredSteps, withStep } from "@/lib/shared/dashboards/edit/thresholds";
import type { Json } from "@/lib/shared/json";

interface ThresholdsFieldProps {
  mode: "absolute" | "percentage";
  steps: ThresholdStep[];
  onChange: (thresholds: Json) => void;
}

const swatches = ["green", "yellow", "orange", "red", "blue", "purple"];
const newColor = "red";

/** The steps from the highest down, as Grafana lists them; the base has no value. */
export function ThresholdsField({ mode, steps, onChange }: ThresholdsFieldProps) {
  const commit = (next: ThresholdStep[], nextMode = mode) =>
    onChange({ mode: nextMode, steps: toStoredSteps(next) });
  const add = () => commit([...steps, { value: (steps.at(-1)?.value ?? 70) + 10, color: newColor }]);
  return (
    <Input.Wrapper label="Thresholds" description="A colour holds from its value upwards.">
      <Stack gap={6} mt={6}>
        {steps
          .map((step, index) => ({ step, index }))
          .toReversed()
          .map(({ step, index }) => (
            <Group key={`${index}-of-${steps.length}`} gap={6} wrap="nowrap">
              <ColorInput
                aria-label={index === 0 ? "Colour of the base" : `Colour from ${step.value}`}
                value={step.color}
                swatches={swatches}
                withPicker={false}
                closeOnColorSwatchClick
                flex={1}
                onChange={(color) => commit(withStep(steps, index, { color }))}
              />
              {index === 0 ? (
                <Input component="div" w={110} disabled>
                  Base
                </Input>
              ) : (
                <NumberInput
                  aria-label={`Threshold ${index}`}
                  value={step.value}
                  w={110}
                  onChange={(value) => typeof value === "number" && commit(withStep(steps, index, { value }))}
                />
              )}
              <ActionIcon
                aria-label={`Remove threshold ${index}`}
                disabled={index === 0}
                onClick={() => commit(steps.filter((_, other) => other !== index))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          ))}
        <Group justify="space-between">
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
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
    </Input.Wrapper>
  );
}
