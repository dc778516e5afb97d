"use client";

import { ActionIcon, Button, TextInput, Tooltip } from "@mantine/core";
import { IconPencil, IconRestore } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { readLimit } from "@/lib/client/admin/read-limit";
import type { QuotaKey, QuotaUsage } from "@/lib/shared/tenants/quotas";
import classes from "./quotas.module.css";

interface LimitFieldProps {
  quota: QuotaUsage;
  busy: boolean;
  onChange: (key: QuotaKey, limit: number | null) => void;
}

/** A limit that can be changed where it stands: Enter keeps it, Escape leaves it. */
export function LimitField({ quota, busy, onChange }: LimitFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const read = readLimit(text ?? "");

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if ("problem" in read) return;
    setText(null);
    if (read.limit !== quota.limit) onChange(quota.key, read.limit);
  }

  if (text === null) {
    return (
      <span className={classes.limit}>
        <Tooltip label="Change the limit">
          <ActionIcon
            size={26}
            aria-label={`Change the limit of ${quota.label}`}
            disabled={busy}
            onClick={() => {
              setTried(false);
              setText(String(quota.limit));
            }}
          >
            <IconPencil size={15} />
          </ActionIcon>
        </Tooltip>
        {quota.isDefault ? null : (
          <Tooltip label="Back to the default">
            <ActionIcon
              size={26}
              aria-label={`Back to the default of ${quota.label}`}
              disabled={busy}
              onClick={() => onChange(quota.key, null)}
            >
              <IconRestore size={15} />
            </ActionIcon>
          </Tooltip>
        )}
      </span>
    );
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        w={110}
        autoFocus
        inputMode="numeric"
        aria-label={`Limit of ${quota.label}`}
        value={text}
        error={tried && "problem" in read ? read.problem : null}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          setText(null);
        }}
      />
      <Button type="submit">Set</Button>
      <Button variant="default" onClick={() => setText(null)}>
        Cancel
      </Button>
    </form>
  );
}
