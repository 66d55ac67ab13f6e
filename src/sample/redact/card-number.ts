const ISSUER = /^(?:4|5[1-5]|2[2-7]|3[0-9]|6)/;

/**
 * Whether digits (spaces and hyphens between them allowed) are a payment card number: 13 to 19 digits, an
 * issuer's first digits, and the check digit of ISO/IEC 7812 (Luhn). Times in ms, us or ns since 1970
 * start with 1 and are not.
 */
export function isCardNumber(text: string): boolean {
  const digits = text.replace(/[ -]/g, "");
  return /^\d{13,19}$/.test(digits) && ISSUER.test(digits) && luhnSum(digits) % 10 === 0;
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}
