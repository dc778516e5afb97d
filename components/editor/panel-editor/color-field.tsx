"use client";

import {
  ColorPicker,
  ColorSwatch,
  Popover,
  TextInput,
  Tooltip,
  UnstyledButton,
  useComputedColorScheme,
} from "@mantine/core";
import { colorByName } from "@/lib/shared/panels/fields/named-colors";
import classes from "./color-field.module.css";

const hues = ["green", "yellow", "orange", "red", "blue", "purple"];
const shades = ["super-light-", "light-", "", "semi-dark-", "dark-"];

interface ColorFieldProps {
  label: string;
  /** Grafana's name of a colour, or a CSS colour. */
  value: string;
  onChange: (color: string) => void;
}

/** Grafana's named colours, which follow the theme, or any other. */
export function ColorField({ label, value, onChange }: ColorFieldProps) {
  const theme = useComputedColorScheme("dark");
  const hex = colorByName(value, theme);
  return (
    <Popover position="bottom-start" trapFocus withinPortal>
      <Popover.Target>
        <UnstyledButton className={classes.button} aria-label={`${label}: ${value || "none"}`}>
          <ColorSwatch color={value ? hex : "transparent"} size={16} radius={3} />
          <span>{value || "None"}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.names}>
          {shades.flatMap((shade) =>
            hues.map((hue) => {
              const name = `${shade}${hue}`;
              return (
                <Tooltip key={name} label={name}>
                  <ColorSwatch
                    component="button"
                    type="button"
                    aria-label={name}
                    aria-pressed={value === name}
                    size={24}
                    radius={3}
                    color={colorByName(name, theme)}
                    onClick={() => onChange(name)}
                  />
                </Tooltip>
              );
            }),
          )}
        </div>
        <ColorPicker format="hex" size="xs" fullWidth value={hex} onChange={onChange} mt="sm" />
        <TextInput
          aria-label={`${label} as text`}
          mt="sm"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
