"use client";

import { Badge, Button, Collapse } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useId, useState } from "react";
import type { FindingGroup } from "@/lib/client/dashboards/group-findings";
import type { Finding } from "@/lib/shared/dashboards/lint/lint-report";
import classes from "./lint-drawer.module.css";
import { LintFinding } from "./lint-finding";
import type { LintActions } from "./use-lint-actions";

interface LintGroupProps {
  group: FindingGroup;
  actions: LintActions;
  onShow: (finding: Finding) => void;
}

/** The findings of one rule; hints are folded until somebody wants to know. */
export function LintGroup({ group, actions, onShow }: LintGroupProps) {
  const { rule, title, why, severity, findings } = group;
  const [opened, setOpened] = useState(severity !== "hint");
  const id = useId();
  const fixable = findings.filter(({ fix }) => fix).length;
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.group} data-lint-rule={rule}>
      <button
        type="button"
        className={classes.head}
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        <Chevron size={15} aria-hidden />
        <span className={classes.severity} data-severity={severity}>
          {severity}
        </span>
        <span className={classes.title}>{title}</span>
        <Badge size="sm" variant="light" color="gray">
          {findings.length}
        </Badge>
      </button>
      <Collapse expanded={opened} id={id}>
        <div className={classes.body}>
          <p className={classes.why}>{why}</p>
          {fixable > 1 ? (
            <Button size="compact-xs" variant="default" mb={6} onClick={() => actions.fixAll(rule)}>
              Apply all {fixable} fixes
            </Button>
          ) : null}
          <ul className={classes.list}>
            {findings.map((finding) => (
              <LintFinding
                key={`${finding.place.path.join("/")} ${finding.message}`}
                finding={finding}
                actions={actions}
                onShow={onShow}
              />
            ))}
          </ul>
        </div>
      </Collapse>
    </section>
  );
}
