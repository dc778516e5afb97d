"use client";

import dynamic from "next/dynamic";
import { useId, useState } from "react";
import type { VariableControl } from "@/lib/client/variables/use-dashboard-variables";
import type { ReadVariable } from "@/lib/shared/dashboards/reading-model";
import classes from "./variable-bar.module.css";
import { VariableSelect } from "./variable-select";

const AdhocFilters = dynamic(() => import("./adhoc-filters").then((module) => module.AdhocFilters), {
  ssr: false,
});

interface VariableBarProps {
  controls: readonly VariableControl[];
  onChange: (name: string, value: string | string[]) => void;
  /** Asks the datasource of an ad hoc variable, for what can be filtered by. */
  ask?: (variable: ReadVariable, path: string, params: Record<string, string | string[]>) => Promise<unknown>;
}

const withoutControl = new Set(["constant", "unknown"]);

/** The line of variables below a dashboard's header; what is hidden or fixed has no control. */
export function VariableBar({ controls, onChange, ask }: VariableBarProps) {
  const visible = controls.filter(
    ({ variable }) => variable.hide !== 2 && !withoutControl.has(variable.type),
  );
  if (visible.length === 0) return null;
  return (
    <section className={classes.bar} aria-label="Variables">
      {visible.map((control) => (
        <Control key={control.variable.name} {...{ control, onChange, ask }} />
      ))}
    </section>
  );
}

type ControlProps = { control: VariableControl } & Pick<VariableBarProps, "onChange" | "ask">;

function Control({ control, onChange, ask }: ControlProps) {
  const { variable } = control;
  const label = variable.label || variable.name;
  return (
    <div className={classes.control} data-variable={variable.name} title={variable.description || undefined}>
      {variable.hide === 1 ? null : (
        <span className={classes.label} aria-hidden>
          {label}
        </span>
      )}
      <Field control={control} label={label} ask={ask} onChange={(next) => onChange(variable.name, next)} />
    </div>
  );
}

interface FieldProps extends Pick<ControlProps, "control" | "ask"> {
  label: string;
  onChange: (value: string | string[]) => void;
}

function Field({ control, label, ask, onChange }: FieldProps) {
  const { variable, value, options, loading, problem } = control;
  const first = [value].flat()[0] ?? "";
  switch (variable.type) {
    case "textbox":
      return <VariableText key={first} label={label} value={first} onChange={onChange} />;
    case "switch":
      return <VariableSwitch label={label} value={first} options={options} onChange={onChange} />;
    case "adhoc":
      return (
        <AdhocFilters
          label={label}
          value={[value].flat()}
          onChange={onChange}
          ask={ask && ((path, params) => ask(variable, path, params))}
        />
      );
    default: {
      const { multi, includeAll } = variable;
      return <VariableSelect {...{ label, value, options, multi, includeAll, loading, problem, onChange }} />;
    }
  }
}

interface VariableSwitchProps extends Pick<VariableControl, "options"> {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** The first option stands for on, the second for off. */
function VariableSwitch({ label, value, options: [on, off], onChange }: VariableSwitchProps) {
  const onValue = on?.value ?? "true";
  const checked = value === onValue;
  return (
    <span className={classes.switch}>
      <input
        type="checkbox"
        role="switch"
        aria-label={label}
        aria-checked={checked}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked ? onValue : (off?.value ?? "false"))}
      />
    </span>
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
