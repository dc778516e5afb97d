"use client";

import { Button, CopyButton, Group, Stack, TextInput } from "@mantine/core";
import { IconCheck, IconCopy, IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import inspectClasses from "@/components/dashboards/inspect/inspect-drawer.module.css";
import { Modal } from "@/components/ui/modal";
import { downloadText } from "@/lib/client/download-text";
import { ruleFile } from "@/lib/client/explore/rule-file";
import { findPromqlError } from "@/lib/shared/promql/parse";
import { recordingRuleName } from "@/lib/shared/promql/recording-rule";
import { variablePattern } from "@/lib/shared/variables/variable-scope";

interface RuleDialogProps {
  expr: string;
  onClose: () => void;
}

/** A rule file of Prometheus that records the expression, to copy or download. */
export function RuleDialog({ expr, onClose }: RuleDialogProps) {
  // A rule has no panel's interval to fill in.
  const plain = expr.replaceAll(/\$__rate_interval|\$__interval|\$__range/g, "5m");
  const problem = ruleProblem(plain);
  const [name, setName] = useState(() => (problem === null ? recordingRuleName(plain) : ""));
  const [group, setGroup] = useState("explore");
  const [interval, setInterval] = useState("30s");
  const badName = !/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);
  const badInterval = interval !== "" && !/^(\d+(ms|[smhdwy]))+$/.test(interval);
  const text = ruleFile({ group: group.trim() || "explore", name, expr: plain, interval });
  const usable = problem === null && !badName && !badInterval;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title="Make a recording rule"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="md">
        {problem ? <p role="alert">{problem}</p> : null}
        <TextInput
          label="Name"
          description="Prometheus' convention: level:metric:operations"
          data-autofocus
          value={name}
          error={badName && problem === null ? "Letters, digits, _ and :, not beginning with a digit." : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <TextInput label="Group" value={group} onChange={(event) => setGroup(event.currentTarget.value)} />
          <TextInput
            label="Evaluated every"
            placeholder="the server's own"
            value={interval}
            error={badInterval ? "A duration such as 30s or 1m." : null}
            onChange={(event) => setInterval(event.currentTarget.value.trim())}
          />
        </Group>
        <pre className={inspectClasses.code} data-rule-file>
          {text}
        </pre>
        <Group justify="flex-end">
          <Button
            variant="default"
            disabled={!usable}
            leftSection={<IconDownload size={15} aria-hidden />}
            onClick={() => downloadText("rules.yml", "application/yaml", text)}
          >
            Download
          </Button>
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button
                disabled={!usable}
                leftSection={
                  copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />
                }
                onClick={copy}
              >
                {copied ? "Copied" : "Copy"}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Modal>
  );
}

function ruleProblem(expr: string): string | null {
  const variable = expr.match(variablePattern)?.[0];
  if (variable && /[a-zA-Z_]/.test(variable.charAt(1)))
    return `A rule knows no variables: replace ${variable} by a value first.`;
  return findPromqlError(expr)?.message ?? null;
}
