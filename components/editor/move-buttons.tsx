"use client";

import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";

interface MoveButtonsProps {
  /** Of what is moved. */
  name: string;
  index: number;
  /** How many stand in the list. */
  count: number;
  size?: number;
  onMove: (by: -1 | 1) => void;
}

/** Moves one of a list a place up or down, as far as there is one. */
export function MoveButtons({ name, index, count, size, onMove }: MoveButtonsProps) {
  return (
    <>
      <ActionIcon
        size={size}
        aria-label={`Move ${name} up`}
        disabled={index === 0}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={size}
        aria-label={`Move ${name} down`}
        disabled={index === count - 1}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={15} aria-hidden />
      </ActionIcon>
    </>
  );
}
