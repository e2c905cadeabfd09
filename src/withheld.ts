/** The diagnostic of a request of which reports show no more than its rows, because it carried a secret as well. */
export const WITHHELD = 'secret-withheld'

/** What rows show in the place of a secret. */
export const MASK = '‹masked›'
