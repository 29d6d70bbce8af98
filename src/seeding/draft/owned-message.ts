import { givenUpId } from "../../model/former-id";

/** What is wrong with a record that a corpus defines, and another dataset as well. */
export function ownedMessage(id: string, dataset: string, orElse = ""): string {
  const given = givenUpId(id);
  if (given !== null) return `${given} is given up in ${dataset} already; decide in one of the two what stands for it`;
  return `${id} belongs to ${dataset} already; refer to it as ${id} instead of defining it${orElse}`;
}
