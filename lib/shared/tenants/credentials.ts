import { z } from "zod";

/** Compared and stored in lower case. */
export const Email = z
  .string({ error: "Enter an e-mail address." })
  .trim()
  .toLowerCase()
  .max(254, { error: "An e-mail address has at most 254 characters." })
  .pipe(z.email({ error: "Enter an e-mail address, such as ada@example.org." }));

export const leastPasswordLength = 12;

export const NewPassword = z
  .string({ error: "Enter a password." })
  .min(leastPasswordLength, { error: `Use at least ${leastPasswordLength} characters.` })
  .max(256, { error: "Use at most 256 characters." });

export const ChangedPassword = z.object({
  current: z
    .string({ error: "Enter your present password." })
    .min(1, { error: "Enter your present password." }),
  password: NewPassword,
});
