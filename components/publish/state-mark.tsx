import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconEqual,
  IconPencil,
  IconPlus,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ItemResult, PlanAction } from "@/lib/shared/publish/publish-plan";
import { actionWords, resultWords } from "@/lib/shared/publish/words";
import classes from "./publish.module.css";

export type Tone = "ok" | "warn" | "error" | "accent" | "dim";

const icons = {
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  error: IconCircleX,
  accent: IconPencil,
  dim: IconCircleDashed,
} as const;

interface StateMarkProps {
  tone: Tone;
  children: ReactNode;
  icon?: typeof IconPlus;
}

/** A state in a word, with a shape and a colour that say the same. */
export function StateMark({ tone, children, icon }: StateMarkProps) {
  const Icon = icon ?? icons[tone];
  return (
    <span className={classes.state} data-tone={tone}>
      <Icon size={15} aria-hidden />
      {children}
    </span>
  );
}

const actionMarks: Record<PlanAction, { tone: Tone; icon?: typeof IconPlus }> = {
  create: { tone: "ok", icon: IconPlus },
  update: { tone: "accent" },
  "no-change": { tone: "dim", icon: IconEqual },
  drifted: { tone: "warn" },
  conflict: { tone: "warn" },
  refused: { tone: "error" },
};

export function ActionMark({ action }: { action: PlanAction }) {
  return <StateMark {...actionMarks[action]}>{actionWords[action]}</StateMark>;
}

const resultTones: Record<ItemResult["state"], Tone> = {
  waiting: "dim",
  written: "ok",
  unchanged: "ok",
  skipped: "dim",
  failed: "error",
};

export function ResultMark({ state }: { state: ItemResult["state"] }) {
  return <StateMark tone={resultTones[state]}>{resultWords[state]}</StateMark>;
}
