"use client";

import { IconChevronDown } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import { chosenText, toggleValue } from "@/lib/client/variables/toggle-value";
import classes from "./variable-bar.module.css";

const load = () => import("./variable-dropdown");
const VariableDropdown = dynamic(() => load().then((module) => module.VariableDropdown), { ssr: false });

interface VariableSelectProps {
  label: string;
  value: string | string[];
  options: readonly { text: string; value: string }[];
  multi: boolean;
  includeAll: boolean;
  loading: boolean;
  problem: string | null;
  onChange: (value: string | string[]) => void;
}

export function VariableSelect(props: VariableSelectProps) {
  const { label, value, options, multi, includeAll, loading, problem, onChange } = props;
  const current = [value].flat();
  const [draft, setDraft] = useState<string[] | null>(null);
  const chosen = draft ?? current;
  const { opened, onChange: setOpened, anchor, button } = useLateOverlay(load);

  /** What was ticked takes effect when the list closes, not with every tick. */
  function close() {
    setOpened(false);
    if (draft && draft.join("\n") !== current.join("\n")) onChange(draft);
    setDraft(null);
  }

  function choose(clicked: string) {
    if (multi) {
      setDraft(toggleValue(chosen, clicked, includeAll));
      return;
    }
    onChange(clicked);
    close();
  }

  const text = chosenText(chosen, options) || "None";
  return (
    <>
      <button
        type="button"
        className={classes.button}
        aria-label={`${label}: ${text}`}
        aria-haspopup="listbox"
        title={problem ?? text}
        data-error={problem ? true : undefined}
        {...button}
        onClick={(event) => (opened ? close() : button.onClick(event))}
      >
        <span>{text}</span>
        {loading ? <i className={classes.waiting} /> : <IconChevronDown size={14} aria-hidden />}
      </button>
      {anchor ? (
        <VariableDropdown
          {...{ label, anchor, opened, chosen, options, multi, includeAll, problem }}
          onClose={close}
          onChoose={choose}
        />
      ) : null}
    </>
  );
}
