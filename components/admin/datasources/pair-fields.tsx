"use client";

import { ActionIcon, Button, PasswordInput, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { newPair, type PairRow } from "@/lib/client/admin/pair-rows";
import classes from "./datasources.module.css";

interface PairFieldsProps {
  rows: readonly PairRow[];
  /** "Label", "Header". */
  what: string;
  placeholders: [string, string];
  secret?: boolean;
  problems: Readonly<Record<string, string>>;
  onChange: (rows: PairRow[]) => void;
  onBlur: () => void;
}

/** Lines of name and value. */
export function PairFields({
  rows,
  what,
  placeholders,
  secret = false,
  problems,
  onChange,
  onBlur,
}: PairFieldsProps) {
  const Value = secret ? PasswordInput : TextInput;
  // Whoever adds a line, or asks for the first one, types into it next.
  const [added, setAdded] = useState(() => rows.find(({ name, value }) => name === "" && value === "")?.id);
  const add = () => {
    const row = newPair();
    setAdded(row.id);
    onChange([...rows, row]);
  };
  const change = (id: string, part: Partial<PairRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  return (
    <div className={classes.pairs}>
      {rows.map((row, index) => (
        <div key={row.id} className={classes.pair}>
          <TextInput
            aria-label={`${what} ${index + 1}`}
            placeholder={placeholders[0]}
            autoComplete="off"
            autoFocus={row.id === added}
            spellCheck={false}
            value={row.name}
            error={problems[row.id]}
            onChange={(event) => change(row.id, { name: event.currentTarget.value })}
            onBlur={onBlur}
          />
          <Value
            aria-label={`Value of ${row.name || `${what.toLowerCase()} ${index + 1}`}`}
            placeholder={placeholders[1]}
            autoComplete={secret ? "new-password" : "off"}
            spellCheck={false}
            value={row.value}
            onChange={(event) => change(row.id, { value: event.currentTarget.value })}
            onBlur={onBlur}
          />
          <ActionIcon
            aria-label={`Remove ${row.name || `${what.toLowerCase()} ${index + 1}`}`}
            onClick={() => onChange(rows.filter((other) => other.id !== row.id))}
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>
          Add {what.toLowerCase()}
        </Button>
      </div>
    </div>
  );
}
