"use client";

import { useId, useState } from "react";
import type { VariableControl } from "@/lib/client/variables/use-dashboard-variables";
import classes from "./variable-bar.module.css";
import { VariableSelect } from "./variable-select";

interface VariableBarProps {
  controls: readonly VariableControl[];
  onChange: (name: string, value: string | string[]) => void;
}

const withoutControl = new Set(["constant", "adhoc", "unknown"]);

/** The line of variables below a dashboard's header; what is hidden or fixed has no control. */
export function VariableBar({ controls, onChange }: VariableBarProps) {
  const visible = controls.filter(
    ({ variable }) => variable.hide !== 2 && !withoutControl.has(variable.type),
  );
  if (visible.length === 0) return null;
  return (
    <section className={classes.bar} aria-label="Variables">
      {visible.map((control) => (
        <Control key={control.variable.name} control={control} onChange={onChange} />
      ))}
    </section>
  );
}

function Control({ control, onChange }: { control: VariableControl } & Pick<VariableBarProps, "onChange">) {
  const { variable, value, options, loading, problem } = control;
  const label = variable.label || variable.name;
  const written = variable.type === "textbox";
  return (
    <div className={classes.control} data-variable={variable.name}>
      {variable.hide === 1 ? null : (
        <span className={classes.label} aria-hidden>
          {label}
        </span>
      )}
      {written ? (
        <VariableText
          key={String(value)}
          label={label}
          value={[value].flat()[0] ?? ""}
          onChange={(next) => onChange(variable.name, next)}
        />
      ) : (
        <VariableSelect
          label={label}
          value={value}
          options={options}
          multi={variable.multi}
          includeAll={variable.includeAll}
          loading={loading}
          problem={problem}
          onChange={(next) => onChange(variable.name, next)}
        />
      )}
    </div>
  );
}

interface VariableTextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Takes effect on Enter or when left, not with every letter. */
function VariableText({ label, value, onChange }: VariableTextProps) {
  const [text, setText] = useState(value);
  const id = useId();
  const commit = () => (text === value ? undefined : onChange(text));
  return (
    <input
      id={id}
      className={classes.input}
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => (event.key === "Enter" ? commit() : undefined)}
    />
  );
}
