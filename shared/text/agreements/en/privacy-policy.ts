import type { AgreementText } from '../agreement-text.ts';

export const privacyPolicy: AgreementText = {
  version: '2026-11-01',
  lead: 'A certificate says who somebody is, so we have to process personal information, some of it sensitive. This policy says what is collected and why, who gets it, how long it is kept, and how you can see, correct and delete it.',
  sections: [
    {
      title: '1. What is collected, and what for',
      paragraphs: [
        'Name, kind and number of the ID, mobile number: to verify the legal representative, the operator or the applicant, for the certificate or the order, and to send codes and results.',
        'Bank card number and its phone, or the account of the unit: only when you choose to be verified by card or account, and only for that check.',
        'Pictures of licence, ID, authorisation letter and seal sheet: for the reviewer, and to make electronic seals.',
        'E-mail and postal address: for the e-invoice, the results, and the key.',
        'Times, states of the order and network address: against impersonation and double submission, and to find faults. What you do on other sites is not recorded.',
      ],
    },
    {
      title: '2. Sensitive information',
      paragraphs: [
        'ID numbers, pictures of an ID and bank card numbers are sensitive: leaked, they could be misused. Without them nobody can be verified, so they are needed; you choose the way, and without the card no card number is collected.',
        'By ticking the box you consent, separately, to this processing for these purposes. If you fill in for somebody else, please have that person’s consent first.',
      ],
    },
    {
      title: '3. How it is protected',
      paragraphs: [
        'It is encrypted on the way and, item by item, on the server. Pictures are encrypted by themselves and open only for you and for those who work on your order, through links that are soon over. Lists show masked values, and logs hold nothing personal.',
        'A form that is not finished is kept encrypted on your own computer, for a day at most, and deleted when it is filled in or cancelled.',
        'The password of a key is typed in a window of the extension only, enters no page, and never reaches us.',
      ],
    },
    {
      title: '4. Who gets it',
      paragraphs: [
        'Telephone carriers, banks, and those who check for them: to compare what you filled in.',
        'Providers of SMS, e-mail, courier, payment and e-invoices: each only what its own step needs.',
        'The platform at which you apply: the content and state of the certificate, but no pictures and no card numbers.',
        'Authorities, where the law requires it. Nobody else; it is not sold and not used for advertising.',
        'Your personal information is stored in mainland China.',
      ],
    },
    {
      title: '5. How long it is kept',
      paragraphs: [
        'For a certificate that was issued, at least until five years after it has ended, as the Electronic Signature Law requires; then it is deleted.',
        'For an application that came to nothing, it is deleted once that is cancelled or has lapsed; only records in which you cannot be recognised remain.',
        'Codes end after minutes, and only a digest that cannot be undone is kept.',
      ],
    },
    {
      title: '6. Your rights',
      paragraphs: [
        'You can see your orders and what they hold in the order query; correct them yourself until they are reviewed, and a certificate through a change; have a copy of your personal information; withdraw consent, cancel an application, or have a certificate revoked.',
        'When you ask for deletion, what the law requires us to keep is deleted when its time is over, and the rest at once. Withdrawing consent does not undo what was done before.',
        'Please call the hotline for any of this; once we know that it is you, we answer within fifteen working days.',
      ],
    },
    {
      title: '7. Minors',
      paragraphs: [
        'We issue no certificates to anybody under fourteen. If we find that we hold information about one, it is deleted at once.',
      ],
    },
    {
      title: '8. Changes and questions',
      paragraphs: [
        'After an important change we ask you to read and agree again before your next application. Each version has its date.',
        'For questions call the hotline at the foot of the panel. If our answer does not satisfy you, you may complain to the cyberspace administration.',
      ],
    },
  ],
};
