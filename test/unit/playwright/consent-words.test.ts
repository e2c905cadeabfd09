import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isControl, toName, type ConsentControl } from '../../../src/playwright/consent-words.js'

const names: Readonly<Record<ConsentControl, readonly string[]>> = {
  accept: [
    'Alle akzeptieren', 'Akzeptieren', 'Alles akzeptieren', 'Alle Cookies akzeptieren', 'Zustimmen', 'Allen zustimmen', 'Ich stimme zu',
    'Alle zulassen', 'Alle Cookies erlauben', 'Einverstanden', 'Akzeptieren und weiter', 'Zustimmen und weiter', 'Annehmen', 'Alle auswählen',
    'Tout accepter', 'Accepter', 'J’accepte', "J'accepte", 'Accepter et fermer', 'Accepter tous les cookies', 'Tout autoriser', 'OK pour moi',
    'Accept all', 'Accept', 'Accept all cookies', 'Allow all', 'I agree', 'Agree', 'Agree and close', 'Yes, I agree', 'Accept & continue', 'Got it!', 'I accept',
  ],
  reject: [
    'Alle ablehnen', 'Ablehnen', 'Alles ablehnen', 'Nur notwendige', 'Nur notwendige Cookies', 'Nur erforderliche Cookies akzeptieren', 'Nur essenzielle Cookies',
    'Nur technisch notwendige Cookies zulassen', 'Weiter ohne Einwilligung', 'Ohne Zustimmung fortfahren', 'Nein, danke', 'Optionale Cookies ablehnen',
    'Tout refuser', 'Refuser', 'Je refuse', 'Continuer sans accepter', 'Continuer sans accepter →', 'Refuser tous les cookies', 'Uniquement les cookies nécessaires', 'Non merci',
    'Reject all', 'Reject', 'Decline', 'Deny', 'Decline all', 'Reject all cookies', 'Only necessary', 'Strictly necessary only', 'Necessary cookies only',
    'Use necessary cookies only', 'Continue without accepting', 'No, thanks', 'Reject non-essential cookies', 'Refuse', "Don't accept",
  ],
  settings: [
    'Einstellungen', 'Cookie-Einstellungen', 'Mehr Optionen', 'Individuelle Einstellungen', 'Einstellungen verwalten', 'Anpassen', 'Datenschutz-Einstellungen',
    'Paramétrer', 'Personnaliser', 'Personnaliser mes choix', 'Gérer mes choix', 'Gérer les cookies', 'Paramètres des cookies', 'Plus d’options',
    'Settings', 'Cookie settings', 'Manage preferences', 'More options', 'Customize', 'Manage choices', 'Customise', 'Manage cookies',
  ],
  save: ['Auswahl speichern', 'Einstellungen speichern', 'Auswahl bestätigen', 'Enregistrer', 'Enregistrer mes choix', 'Save', 'Save settings', 'Confirm my choices', 'Save and close', 'Save & exit'],
  reopen: [
    'Cookie-Einstellungen', 'Datenschutz-Einstellungen', 'Datenschutzeinstellungen', 'Privatsphäre-Einstellungen', 'Cookies verwalten', 'Einwilligung widerrufen', 'Cookie-Einstellungen ändern',
    'Gérer les cookies', 'Gérer mes cookies', 'Paramètres des cookies', 'Préférences de confidentialité', 'Retirer mon consentement', 'Gestion des cookies',
    'Cookie settings', 'Cookie preferences', 'Privacy settings', 'Manage cookies', 'Withdraw consent', 'Your privacy choices', 'Manage consent', 'Change cookie settings',
  ],
}

const moreNames: Readonly<Record<ConsentControl, readonly string[]>> = {
  accept: [
    'Accetta tutto', 'Accetto', 'Accetta tutti i cookie', 'Accetta e continua', 'Aceptar todo', 'Aceptar', 'Acepto', 'Aceptar todas las cookies',
    'Permitir todas', 'Alles accepteren', 'Accepteren', 'Akkoord', 'Alle cookies toestaan', 'Ik ga akkoord', 'Accepteer alles',
  ],
  reject: [
    'Rifiuta tutto', 'Rifiuta', 'Continua senza accettare', 'Solo cookie necessari', 'Non accetto', 'Rechazar todo', 'Rechazar', 'Rechazar todas las cookies',
    'Continuar sin aceptar', 'Solo necesarias', 'Alles weigeren', 'Weigeren', 'Weiger alle cookies', 'Alleen noodzakelijke cookies', 'Nee, bedankt',
  ],
  settings: ['Personalizza', 'Gestisci preferenze', 'Impostazioni', 'Configurar', 'Configurar cookies', 'Ajustes', 'Instellingen', 'Voorkeuren beheren', 'Aanpassen'],
  save: ['Salva', 'Salva preferenze', 'Guardar preferencias', 'Guardar', 'Opslaan', 'Voorkeuren opslaan', 'Keuze bevestigen'],
  reopen: [
    'Preferenze cookie', 'Impostazioni dei cookie', 'Revoca il consenso', 'Configuración de cookies', 'Preferencias de privacidad', 'Retirar mi consentimiento',
    'Cookie-instellingen', 'Cookievoorkeuren', 'Toestemming intrekken', 'Cookies beheren',
  ],
}

for (const [control, list] of Object.entries(moreNames) as [ConsentControl, readonly string[]][]) {
  test(`controls that mean ${control} in Italian, Spanish and Dutch`, () => {
    assert.deepEqual(list.filter((name) => !isControl(name, control)).map((name) => `${name} = ${toName(name)}`), [])
    const opposite = control === 'accept' ? 'reject' : control === 'reject' ? 'accept' : null
    assert.deepEqual(list.filter((name) => opposite !== null && isControl(name, opposite)), [])
  })
}

for (const [control, list] of Object.entries(names) as [ConsentControl, readonly string[]][]) {
  test(`controls that mean ${control}`, () => {
    assert.deepEqual(list.filter((name) => !isControl(name, control)).map((name) => `${name} = ${toName(name)}`), [])
  })
}

test('acceptance and refusal are never taken for one another', () => {
  assert.deepEqual(names.accept.filter((name) => isControl(name, 'reject')), [])
  assert.deepEqual(names.reject.filter((name) => isControl(name, 'accept')), [])
})

test('other buttons of a site are none of these', () => {
  const others = [
    'Termin verbindlich buchen', 'AGB akzeptieren und buchen', 'Accept the terms and book', 'Suchen', 'Search', 'Login', 'Anmelden', 'Weiter', 'OK Google',
    'Rechercher', 'Accepter le rendez-vous', 'Accept appointment', 'Termin ablehnen', 'Decline appointment', 'Cancel', 'Abbrechen', 'Send', 'Refuser le rendez-vous',
    'Notwendige Unterlagen', 'Cerca', 'Buscar', 'Zoeken', 'Accetta l\'appuntamento', 'Rechazar la cita', 'Afspraak weigeren', 'Prenota', 'Reservar', 'Einstellungen der Praxis', 'Datenschutzerklärung', 'Privacy policy', 'Mehr erfahren', '', '   ', '☰',
  ]
  const taken = others.flatMap((name) => (['accept', 'reject', 'save', 'reopen'] as const).filter((control) => isControl(name, control)).map((control) => `${name}: ${control}`))
  assert.deepEqual(taken, [])
})
