/**
 * A placeholder: below the number that RFC 5612 sets aside for documentation. An authority that goes to work names its own
 * registered arc at the ceremony.
 */
export const PLACEHOLDER_POLICY_ARC = '1.3.6.1.4.1.32473.1';

export const POLICY_ARC = /^[0-2](\.(0|[1-9]\d{0,8})){2,16}$/;
