"use client";

import { Modal as MantineModal, type ModalProps } from "@mantine/core";
import { useReturnedFocus } from "./use-returned-focus";

/** A dialog that is mounted while it is open. */
export function Modal(props: ModalProps) {
  useReturnedFocus();
  return <MantineModal {...props} />;
}
