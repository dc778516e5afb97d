"use client";

import { Modal } from "@/components/ui/modal";
import { keyList } from "@/lib/client/keys/key-list";
import classes from "./help-dialog.module.css";

export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title="Keyboard shortcuts"
      size={720}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <div className={classes.groups}>
        {keyList.map(({ group, keys }) => (
          <section key={group}>
            <h3>{group}</h3>
            {keys.map(([key, does]) => (
              <div key={key} className={classes.row}>
                <span>{does}</span>
                <kbd>{key}</kbd>
              </div>
            ))}
          </section>
        ))}
      </div>
    </Modal>
  );
}
