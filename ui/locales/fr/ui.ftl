# Les mots des deux fenêtres. Ce que dessine le système est dans native.ftl.

## Fenêtre
nav-label = Pages
nav-keys = Clés
nav-settings = Réglages
known-keys = Clés connues de Miftah
window-keys = Clés - Miftah
window-settings = Réglages - Miftah
window-sign-in = Connexion - Miftah
status-label = État
demo-mark = Données de démonstration
working = En cours
close = Fermer
cancel = Annuler
done = Terminé
try-again = Réessayer
open-portal = Ouvrir le portail
not-now = Pas maintenant

## Environnement
env-live = Réel
env-sandbox = Test

## Dates
when-now = à l’instant
when-minutes = il y a { $n } min
when-yesterday = hier
when-never = pas encore
when-unknown = inconnu
when-day-time = { $day } { $time }
last-used = Dernier usage
last-used-at = dernier usage : { $when }
last-used-never = pas encore utilisée
last-used-unknown = dernier usage inconnu

## Liste
keys-title = Clés
search-label = Chercher une clé
search-placeholder = Chercher une clé
search-clear = Effacer la recherche
filter-label = Filtre
filter-all = Toutes
filter-attention = À surveiller
filter-live = Réel
filter-sandbox = Test
filter-unused = Inutilisées
filter-off = Désactivées
keys-found =
    { $n ->
        [0] Aucune clé trouvée.
        [one] { $n } clé trouvée.
       *[other] { $n } clés trouvées.
    }
none-found-title = Aucune clé ne correspond
none-found-text = Rien dans votre liste ne répond à cette recherche et à ce filtre.
show-all = Voir toutes les clés
group-urgent = À faire maintenant
group-attention = À surveiller
group-attention-then = À surveiller { $day }
group-rest = Les autres clés
row-name = { $name }, { $env }, { $reason }, { $used }
row-more = Plus sur { $name }
regenerate-and-copy = Régénérer et copier
regenerate-and-copy-asks = Régénérer et copier…
regenerate-hint-asks = Demande d’abord, dans une fenêtre du système.
regenerate-hint-counts = Compte 3 secondes, et vous pouvez annuler.
regenerate-on-portal = Régénérer sur le portail
regenerate-on-portal-hint = Montre les étapes. Rien ne change tant que vous ne le faites pas sur le portail.
blocked-no-answer = Rien ne peut être changé tant que DHMAD ne répond pas.
blocked-session = Reconnectez-vous d’abord.
blocked-keychain = Votre trousseau doit d’abord être déverrouillé.
blocked-no-keychain = Cet ordinateur n’a pas de trousseau où garder une nouvelle clé.
copy-again = Copier encore
copy-not-held = Miftah n’a pas cette clé. Régénérez-la pour en avoir une copie.
copy-not-held-guided = Miftah n’a pas cette clé. Prenez-la d’abord dans le presse-papiers.
rename = Renommer…
check-again = Vérifier encore
copied-spoken = Copiée. { $name }, { $env }. Le presse-papiers s’efface dans { $n } secondes.

## Pourquoi une clé est à surveiller
why-never-used = Pas utilisée en { $n } jours
why-never-used-then = Pas utilisée en { $n } jours alors
why-unused = Aucune requête depuis { $n } jours
why-unused-then = Aucune requête depuis { $n } jours alors
why-stale-changed = Pas changée depuis { $n } jours
why-stale-changed-then = Pas changée depuis { $n } jours alors
why-stale-created = Créée depuis { $n } jours, aucun changement connu
why-stale-created-then = Créée depuis { $n } jours alors, aucun changement connu
why-expires =
    { $n ->
        [0] Expire aujourd’hui
        [one] Expire dans { $n } jour
       *[other] Expire dans { $n } jours
    }
why-expires-then = Expire le { $date }
why-expired = Expirée le { $date }
why-replaced = Changée ailleurs le { $date }
age-days =
    { $n ->
        [0] Nouvelle aujourd’hui
        [one] Créée depuis { $n } jour
       *[other] Créée depuis { $n } jours
    }
age-unknown = Âge inconnu
why-off = Désactivée, { $reason }
switched-off = Désactivée
not-tested = Gardée, pas testée

## Barre d’état
checked = Vérifié { $when }
checked-never = Pas encore vérifié
not-checked-since = Pas vérifié depuis { $when }
checking-keys = Demande de vos clés à DHMAD
no-connection = Pas de connexion
kept-in = Clés gardées dans { $place }
keychain-generic = le trousseau de cet ordinateur
keychain-locked = Trousseau verrouillé
keychain-missing = Pas de trousseau
in-clipboard = { $name } : encore { $n } s dans le presse-papiers
clear-now = Effacer
clipboard-five = Encore 5 secondes.
clipboard-cleared = Presse-papiers effacé.
hint-regenerate = Régénérer et copier
hint-copy = Copier encore
hint-steps = Régénérer sur le portail
key-ctrl = Ctrl
key-shift = Maj
key-esc = Échap

## Vide
empty-title = Pas encore de clé
empty-text = Une clé permet à une application de parler à DHMAD. Créez la première sur le portail, elle apparaîtra ici.
empty-guided-title = Commencez avec une clé que vous avez
empty-guided-text = Copiez une clé sur le portail ou là où votre application la garde, puis prenez-la ici. Miftah la garde dans { $place } et ne la montre jamais.

## Bandeaux
banner-locked-title = Votre trousseau est verrouillé
banner-locked-text = Les clés s’affichent, mais ne peuvent être ni créées ni copiées avant le déverrouillage.
banner-locked-waiting-title = En attente de votre trousseau
banner-locked-waiting-text = Une fenêtre du système demande son mot de passe. Tapez-le là.
unlock = Déverrouiller
banner-unavailable-title = Cet ordinateur n’a pas de trousseau
banner-unavailable-text = Les clés s’affichent, mais une nouvelle ne pourrait pas être gardée en sûreté : aucune n’est créée. Activez un trousseau comme GNOME Keyring ou KWallet, puis relancez Miftah.
banner-clipboard-title = Le presse-papiers n’a pas pu être effacé
banner-clipboard-text = Ce bureau ne le permet qu’à la fenêtre de devant. Cliquez ici et il s’efface aussitôt.
banner-guided-title = Voici les clés que Miftah connaît
banner-guided-chosen = Vous avez choisi de commencer avec vos clés. D’autres existent peut-être sur le portail.
banner-guided-not-offered = Ce compte ne laisse pas les applications lister toutes les clés. D’autres existent peut-être sur le portail.
banner-unreadable-title =
    { $n ->
        [one] { $n } élément n’a pas pu être lu
       *[other] { $n } éléments n’ont pas pu être lus
    }
banner-unreadable-text = DHMAD a envoyé quelque chose que cette version de Miftah ne connaît pas. Les clés ci-dessous sont complètes ; le portail montre le reste.
banner-stale-title = Pas vérifié depuis { $when }
banner-stale-text = Voici ce qui était vrai alors : rien ici ne vaut alerte tant que DHMAD ne répond pas.
banner-shown-then = Voici ce qui était vrai à la dernière vérification.
banner-wait = Réessayez dans { $n } s.
sign-in-again = Se reconnecter

## Ligne ouverte
preparing-title = Préparation
preparing-text = Miftah demande à DHMAD où en est la clé et s’assure que la nouvelle pourra être gardée. Rien n’est encore envoyé.
countdown-title =
    { $n ->
        [one] Régénération dans { $n } seconde
       *[other] Régénération dans { $n } secondes
    }
countdown-text = DHMAD va créer une nouvelle clé et celle-ci s’arrêtera aussitôt. La nouvelle va droit dans votre presse-papiers.
countdown-spoken = Régénération de { $name } dans { $n } secondes. Échap pour annuler.
asking-title = Répondez dans l’autre fenêtre
asking-text = Le système demande s’il faut régénérer cette clé. Rien n’est encore envoyé.
asking-spoken = Une fenêtre du système demande s’il faut régénérer { $name }.
sending-title = Demande d’une nouvelle clé à DHMAD
sending-text = Quelques secondes. La nouvelle clé va droit dans votre presse-papiers.
new-since = Nouvelle depuis { $time }
copied-title = Copiée. Collez-la maintenant.
copied-clears = Le presse-papiers s’efface dans { $n } s
copied-cleared-title = Le presse-papiers est vide
copied-cleared-kept = Vous pouvez recopier la nouvelle clé à tout moment.
copied-cleared-lost = Régénérez la clé si vous ne l’avez pas collée.
copied-not-title = La nouvelle clé n’est pas dans le presse-papiers
copied-not-text = Ce bureau ne l’a pas acceptée. La clé est gardée : copiez-la encore.
copied-not-text-lost = Ce bureau ne l’a pas acceptée, et elle n’a pas pu être gardée. Créez-en une autre quand le presse-papiers marchera.
copied-done-spoken = Copiée. Nouvelle clé de { $name }, { $env }. Le presse-papiers s’efface dans { $n } secondes. L’ancienne clé ne marche plus depuis { $time }.
not-copied-done-spoken = Nouvelle clé de { $name }, { $env }. Elle n’est pas dans le presse-papiers. L’ancienne clé ne marche plus depuis { $time }.
more-seconds = +30 s
more-seconds-label = 30 secondes de plus
proof-checking = Miftah demande à DHMAD si la nouvelle clé marche
proof-works = La nouvelle clé marche : DHMAD a répondu à { $time }
proof-refused = DHMAD n’accepte pas encore la nouvelle clé. Cela peut prendre une minute.
proof-untested-inactive = Gardée, pas testée : la clé est désactivée
proof-untested-expired = Gardée, pas testée : la clé a expiré
proof-untested-offline = Gardée, pas testée : cet ordinateur est hors ligne
proof-untested-rate-limited = Gardée, pas testée : DHMAD a demandé de ralentir
proof-untested-no-answer = Gardée, pas testée : DHMAD n’a pas répondu
proof-old = L’ancienne clé ne marche plus depuis { $time }
proof-kept = Gardée dans { $place } : vous pourrez la recopier
proof-not-kept = Pas gardée dans { $place } : collez-la maintenant, elle ne pourra pas être recopiée
cancelled-title = Annulé. Rien n’a été envoyé.
cancelled-person = La clé marche comme avant.
cancelled-declined = Vous avez gardé la clé telle quelle. Elle marche comme avant.
cancelled-window-hidden = La fenêtre a été cachée avant la fin du compte à rebours. La clé marche comme avant.
cancelled-page-gone = La fenêtre n’a plus répondu avant la fin du compte à rebours. La clé marche comme avant.
cancelled-suspended = L’ordinateur s’est mis en veille avant la fin du compte à rebours. La clé marche comme avant.
cancelled-session-locked = L’écran a été verrouillé avant la fin du compte à rebours. La clé marche comme avant.
failed-no-title = Rien n’est arrivé à la clé
failed-unknown-title = Miftah ne sait pas encore si la clé a changé
failed-unknown-text = La connexion s’est coupée pendant la demande d’une nouvelle clé. Miftah ne l’envoie jamais deux fois de lui-même : il regarde à nouveau chez DHMAD et vous le dit ici.
lost-title = L’ancienne clé est morte, et Miftah n’a pas reçu la nouvelle
lost-text = DHMAD a créé une nouvelle clé, mais la connexion s’est coupée avant son arrivée, et personne ne peut la relire. Ce qui utilisait l’ancienne est en panne.
lost-colleague = Créez-en une autre, sauf si un collègue vient de la régénérer : la sienne s’arrêterait aussi. Miftah ne le fait jamais de lui-même.
lost-spoken = L’ancienne clé est morte, et Miftah n’a pas reçu la nouvelle. En créer une autre ?
lost-mark = Ne marche plus
unknown-mark = Résultat inconnu
issue-again = Recréer et copier
reference = Pour l’assistance : { $id }

## Pas à pas
take-key = Prendre une clé du presse-papiers
take-first-key = Prendre la clé du presse-papiers
taken-works-title = Gardée. DHMAD a répondu : cette clé marche
taken-works-text = Miftah la garde dans { $place } et ne la montre jamais.
taken-untested-title = Gardée, pas encore testée
taken-untested-offline = Cet ordinateur est hors ligne. Vérifiez encore à son retour.
taken-untested-rate-limited = DHMAD a demandé de ralentir. Vérifiez encore dans une minute.
taken-untested-no-answer = DHMAD n’a pas répondu. Vérifiez encore plus tard.
taken-account = Compte
taken-name = Son nom chez vous
taken-name-hint = Seul Miftah utilise ce nom. Le portail garde le sien.
taken-save = Enregistrer le nom
taken-saved = Nom enregistré
name-invalid = Un nom a de 1 à 100 caractères.
question-account-title = Cette clé est d’un autre compte
question-account-text = DHMAD dit qu’elle est à { $company }. Les clés de votre liste sont d’un autre compte. Rien n’a changé.
question-account-unknown = Les clés de votre liste sont d’un autre compte. Rien n’a changé.
question-key-title = Ce n’est pas la clé que vous remplaciez
question-key-text = DHMAD connaît la clé du presse-papiers sous le nom { $name }. Utilisez-la seulement si c’est bien elle. Rien n’a changé.
question-key-unknown = La clé du presse-papiers en est une autre. Utilisez-la seulement si c’est bien elle. Rien n’a changé.
keep-what-i-have = Garder ce que j’ai
use-this-key = Utiliser cette clé
walk-title = Régénérer sur le portail, en trois étapes
walk-open = Ouvrez la page du portail
walk-open-text = Elle s’ouvre dans votre navigateur.
walk-regenerate = Là, régénérez { $name } et copiez la nouvelle clé
walk-regenerate-text = L’ancienne clé s’arrête à ce moment. Revenez ensuite dans cette fenêtre.
walk-take = Prendre la nouvelle clé
walk-take-text = Miftah lit le presse-papiers une fois et garde la clé.
rename-title = Nom de la clé
rename-save = Enregistrer
taken-spoken = Clé gardée.

## Réglages
settings-language = Langue
settings-theme = Apparence
theme-system = Comme le système
theme-light = Clair
theme-dark = Sombre
settings-place = Où les clés sont gardées
settings-place-ready = Déverrouillé. Les clés restent sur cet ordinateur, dans le trousseau du système.
settings-place-locked = Verrouillé. Déverrouillez-le pour créer ou copier des clés.
settings-place-unavailable = Pas disponible. Aucune clé ne peut être créée ni copiée.
settings-place-checking = Miftah le regarde.
settings-account = Compte
settings-account-guided = Vous n’êtes pas connecté. Miftah travaille avec les clés qu’il connaît.
sign-out = Se déconnecter…
go-to-sign-in = Aller à la connexion…
sign-out-title = Se déconnecter de DHMAD ?
sign-out-guided-title = Aller à la connexion ?
sign-out-text = Miftah oublie la connexion. Vos clés continuent de marcher.
sign-out-question =
    { $n ->
        [one] Retirer aussi la clé de cet ordinateur ?
       *[other] Retirer aussi les { $n } clés de cet ordinateur ?
    }
sign-out-keep = Garder
sign-out-keep-text = Elles restent dans le trousseau pour la prochaine fois.
sign-out-remove = Retirer
sign-out-remove-text = Elles ne pourront plus être copiées d’ici. Elles continuent de marcher là où elles servent.
sign-out-do = Se déconnecter
go-to-sign-in-do = Aller à la connexion

## Fenêtre de connexion
brand-title = Toutes les clés de votre boutique, bien en main
brand-text = Remplacez et copiez vos clés DHMAD. Elles ne s’affichent jamais à l’écran.
language-label = Langue
sign-in-title = Se connecter à DHMAD
sign-in-text = Avec le compte du portail développeur.
sign-in-guided-title = Commencez avec vos clés
sign-in-asking = Miftah demande à DHMAD comment vous connecter
sign-in-not-offered = DHMAD n’accepte pas de mot de passe venant d’une application pour l’instant. Commencez avec vos clés, ou utilisez un jeton développeur.
sign-in-unknown = Miftah n’a pas pu demander à DHMAD si un mot de passe marche ici. Les autres moyens restent ouverts.
email = E-mail
password = Mot de passe
show-password = Montrer le mot de passe
hide-password = Cacher le mot de passe
sign-in = Se connecter
signing-in = Connexion
password-once = Le mot de passe sert une fois et n’est pas gardé.
or = ou
email-missing = Tapez votre e-mail.
password-missing = Tapez votre mot de passe.
use-token = Utiliser un jeton développeur
use-token-text = Copiez-le sur le portail, puis revenez ici
start-guided = Commencer avec mes clés
start-guided-text = Inscrit avec Google, ou sans mot de passe ? Pas à pas
token-title =
    { $n ->
        [one] Envoyer le caractère de votre presse-papiers à { $host } ?
       *[other] Envoyer les { $n } caractères de votre presse-papiers à { $host } ?
    }
token-text = Ce doit être le jeton développeur copié sur le portail. Il ne va nulle part ailleurs.
token-send = Envoyer et se connecter

## Échecs : ce qui s’est passé, puis quoi faire
error-invalid-input = Quelque chose ne va pas dans ce formulaire.
error-invalid-input-do = Regardez ce que vous avez tapé et réessayez.
error-not-found = Cette clé n’est plus dans la liste.
error-not-found-do = Rechargez la liste.
error-vault-unavailable = Cet ordinateur n’a pas de trousseau utilisable par Miftah.
error-vault-unavailable-do = Activez un trousseau, puis relancez Miftah.
error-vault-locked = Votre trousseau est verrouillé.
error-vault-locked-do = Déverrouillez-le et réessayez.
error-vault-denied = Votre trousseau a refusé.
error-vault-denied-do = Autorisez Miftah dans le trousseau, puis réessayez.
error-vault-entry-missing = Cette clé n’est plus dans votre trousseau.
error-vault-entry-missing-do = Régénérez-la pour en avoir une copie.
error-vault-corrupt = Ce que le trousseau garde pour cette clé est illisible.
error-vault-corrupt-do = Régénérez-la pour en avoir une copie.
error-vault-timeout = Votre trousseau n’a pas répondu.
error-vault-timeout-do = Réessayez. Si cela dure, fermez la session de l’ordinateur et rouvrez-la.
error-wrong-credentials = L’e-mail ou le mot de passe n’est pas bon.
error-wrong-credentials-do = Retapez le mot de passe.
error-session-expired = Votre connexion a pris fin.
error-session-expired-do = Reconnectez-vous. Vos clés restent.
error-unauthorized = DHMAD n’accepte pas cette connexion.
error-unauthorized-do = Reconnectez-vous. Vos clés restent.
error-forbidden = Ce compte n’en a pas le droit.
error-forbidden-do = Demandez au propriétaire du compte.
error-remote-not-found = DHMAD ne trouve pas cette clé.
error-remote-not-found-do = Rechargez la liste, ou regardez sur le portail.
error-rate-limited = DHMAD demande de ralentir.
error-rate-limited-do = Attendez une minute, puis réessayez.
error-remote-failed = DHMAD a un problème de son côté.
error-remote-failed-do = Réessayez dans quelques minutes.
error-remote-unexpected = DHMAD a répondu quelque chose que Miftah ne connaît pas.
error-remote-unexpected-do = Réessayez plus tard, ou regardez sur le portail.
error-not-offered = DHMAD ne laisse pas les applications faire cela pour votre compte.
error-not-offered-do = Faites-le sur le portail.
error-not-dhmad = Autre chose a répondu à la place de DHMAD.
error-not-dhmad-do = C’est souvent la page de connexion d’un Wi-Fi. Ouvrez un navigateur, connectez-vous au Wi-Fi, puis réessayez.
error-offline = Cet ordinateur n’atteint pas DHMAD.
error-offline-do = Vérifiez la connexion, puis réessayez.
error-timeout = DHMAD a mis trop de temps à répondre.
error-timeout-do = Réessayez.
error-tls-untrusted = La connexion à DHMAD n’est pas sûre ici.
error-tls-untrusted-do = Vérifiez la date de cet ordinateur, ou essayez un autre réseau.
error-clipboard-unavailable = Le presse-papiers ne peut pas servir pour l’instant.
error-clipboard-unavailable-do = Réessayez avec cette fenêtre devant.
error-clipboard-empty = Le presse-papiers est vide.
error-clipboard-empty-do = Copiez la clé sur le portail, puis réessayez.
error-clipboard-no-key = Il n’y a pas de clé DHMAD dans le presse-papiers.
error-clipboard-no-key-do = Copiez toute la clé, de sk_ à la fin, puis réessayez.
error-clipboard-no-token = Il n’y a pas de jeton développeur dans le presse-papiers.
error-clipboard-no-token-do = Copiez-le sur le portail, puis revenez ici.
error-replaced-elsewhere = Cette clé a été régénérée ailleurs.
error-replaced-elsewhere-do = La copie gardée ici est l’ancienne : elle n’a pas été copiée.
error-key-refused = DHMAD n’accepte pas cette clé.
error-key-refused-do = Elle est peut-être désactivée, régénérée, supprimée ou expirée. Regardez sur le portail.
error-rotation-busy = Une autre clé est en cours de régénération.
error-rotation-busy-do = Terminez-la d’abord.
error-rotation-outcome-unknown = Miftah ne sait pas encore si la clé a changé.
error-rotation-outcome-unknown-do = Rechargez la liste dans une minute.
error-new-key-unreadable = La réponse de DHMAD ne contient pas de clé lisible par Miftah.
error-new-key-unreadable-do = Créez-en une autre, ou regardez sur le portail.
error-storage-full = Le disque de cet ordinateur est plein.
error-storage-full-do = Libérez de la place, puis réessayez.
error-storage-denied = Miftah ne peut pas écrire dans son propre dossier.
error-storage-denied-do = Vérifiez à qui est le dossier, puis réessayez.
error-data-from-newer-version = Les données ici viennent d’un Miftah plus récent.
error-data-from-newer-version-do = Installez la version plus récente.
error-internal = Quelque chose s’est mal passé dans Miftah.
error-internal-do = Réessayez. Si cela dure, relancez Miftah.
