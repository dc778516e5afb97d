"use client";

import { Button, Loader, Progress } from "@mantine/core";
import { useState } from "react";
import classes from "@/components/publish/publish.module.css";
import { ActionMark, ResultMark } from "@/components/publish/state-mark";
import { Ago } from "@/components/ui/ago";
import { Notice } from "@/components/ui/notice";
import { notifyError } from "@/components/ui/notify";
import { useApplyPlan, usePlan, useProgress } from "@/lib/client/publish/use-plan";
import {
  type ApplyResult,
  type PublishPlan,
  planActions,
  resultStates,
} from "@/lib/shared/publish/publish-plan";
import { countDashboards, type Resolution, willWrite } from "@/lib/shared/publish/words";
import { PlanRow } from "./plan-row";

interface PlanViewProps {
  tenant: string;
  id: string;
  replanning: boolean;
  onBack: () => void;
  onReplan: (plan: PublishPlan) => void;
}

/** The second step: what would happen, decided and carried out. */
export function PlanView({ tenant, id, replanning, onBack, onReplan }: PlanViewProps) {
  const apply = useApplyPlan(tenant);
  const plan = usePlan(tenant, id);
  const isApplying = apply.isPending || plan.data?.result?.state === "applying";
  const progress = useProgress(tenant, id, isApplying);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [resolve, setResolve] = useState<Record<string, Resolution>>({});
  if (plan.isPending) return <Loader size="sm" aria-label="Reading the plan" />;
  if (plan.isError) {
    return (
      <Notice
        title="The plan could not be read"
        actions={<Button onClick={onBack}>Choose dashboards</Button>}
      >
        {plan.error.message}
      </Notice>
    );
  }
  const { items, target, createdAt, createdBy } = plan.data;
  const result = (isApplying ? progress.data : null) ?? plan.data.result;
  const start = () =>
    apply.mutate(
      { plan: id, resolve },
      { onError: (error) => notifyError("The plan was not applied", error) },
    );
  return (
    <>
      <div className={classes.head}>
        <h2>
          Plan for <a href={target.url}>{target.name}</a>
        </h2>
        <span className={classes.dim}>
          made <Ago at={createdAt} /> by {createdBy}
        </span>
        <div className={classes.end}>
          <Button variant="default" onClick={onBack} disabled={isApplying}>
            Choose dashboards
          </Button>
          <Button
            variant="default"
            onClick={() => onReplan(plan.data)}
            loading={replanning}
            disabled={isApplying}
          >
            Plan again
          </Button>
        </div>
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th className={classes.narrow}>
              <span className={classes.hidden}>Changes</span>
            </th>
            <th>Dashboard</th>
            <th className={classes.narrow}>{result ? "Result" : "Action"}</th>
            <th className={`${classes.narrow} ${classes.wide}`}>In Grafana</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <PlanRow
              key={item.uid}
              item={item}
              result={result?.items.find(({ uid }) => uid === item.uid)}
              open={opened.has(item.uid)}
              onOpen={() => setOpened((before) => before.symmetricDifference(new Set([item.uid])))}
              resolution={resolve[item.uid]}
              onResolve={
                isApplying
                  ? null
                  : (decision) => setResolve((before) => ({ ...before, [item.uid]: decision }))
              }
            />
          ))}
        </tbody>
      </table>
      <PlanBar plan={{ ...plan.data, result }} resolve={resolve} applying={isApplying} onApply={start} />
    </>
  );
}

interface PlanBarProps {
  plan: PublishPlan;
  resolve: Record<string, Resolution>;
  applying: boolean;
  onApply: () => void;
}

function PlanBar({ plan, resolve, applying, onApply }: PlanBarProps) {
  const { items, result } = plan;
  const isOpen = (uid: string) => {
    const state = result?.items.find((item) => item.uid === uid)?.state;
    return state === undefined || state === "waiting" || state === "failed" || state === "skipped";
  };
  const writes = items.filter((item) => willWrite(item, resolve) && isOpen(item.uid)).length;
  const adopts = items.filter((item) => item.adopts && isOpen(item.uid)).length;
  return (
    <div className={classes.bar} data-publish-state={applying ? "applying" : result ? "done" : "planned"}>
      {applying && result ? <ApplyProgress result={result} /> : <Summary plan={plan} />}
      <div className={classes.end}>
        <Button disabled={writes + adopts === 0} loading={applying} onClick={onApply}>
          {applyLabel(writes, adopts)}
        </Button>
      </div>
    </div>
  );
}

function applyLabel(writes: number, adopts: number): string {
  if (writes > 0) return `Publish ${countDashboards(writes)}`;
  return adopts > 0 ? `Record ${countDashboards(adopts)} as published` : "Nothing to publish";
}

function ApplyProgress({ result: { finished, total } }: { result: ApplyResult }) {
  const text = `${finished} of ${total} done`;
  return (
    <>
      <Progress
        className={classes.progress}
        value={(finished / Math.max(1, total)) * 100}
        aria-label={text}
      />
      <span role="status">{text}</span>
    </>
  );
}

/** Counts by result once there is one, by action before. */
function Summary({ plan: { items, result } }: { plan: PublishPlan }) {
  const count = <T extends string>(words: readonly T[], of: (word: T) => number) =>
    words.map((word) => ({ word, number: of(word) })).filter(({ number }) => number > 0);
  return (
    <div className={classes.summary} role="status">
      {result
        ? count(resultStates, (state) => result.items.filter((item) => item.state === state).length).map(
            (part) => (
              <span key={part.word} className={classes.state}>
                {part.number} <ResultMark state={part.word} />
              </span>
            ),
          )
        : count(planActions, (action) => items.filter((item) => item.action === action).length).map(
            (part) => (
              <span key={part.word} className={classes.state}>
                {part.number} <ActionMark action={part.word} />
              </span>
            ),
          )}
    </div>
  );
}
