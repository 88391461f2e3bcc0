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
why-used-off = Désactivée, mais utilisée { $when }
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
banner-clock-ahead = L’horloge de cet ordinateur avance de { $span }
banner-clock-behind = L’horloge de cet ordinateur retarde de { $span }
banner-clock-text = Les âges et dernières utilisations ci-dessous suivent l’horloge de DHMAD. Réglez l’heure de cet ordinateur, puis réessayez.
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
error-vault-other = Miftah avait gardé cette clé dans un autre trousseau que celui-ci.
error-vault-other-do = Revenez au trousseau ou au bureau d’alors, ou régénérez la clé.
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

## Operations that are not over, places, safe rotations
nav-rotations = Rotations
window-rotations = Rotations en douceur - Miftah
copy-now = Copier maintenant
try-now = Réessayer maintenant
list-comma = {", "}
see-trouble = Voir ce qui s’est passé
see-rotation = Voir la rotation
rotate-safely = Rotation en douceur
places = Endroits…
leaked = Cette clé a fuité…
why-resolving = Recherche de ce qui s’est passé
why-unchanged = Pas régénérée : elle marche
why-lost = Ne marche plus depuis { $time }
why-lost-used = Nouvelle clé utilisée ailleurs
why-replaced-since = Régénérée ailleurs depuis
why-sealed = Nouvelle clé scellée, pas encore dans le trousseau
why-rotating = En cours de remplacement
why-successor = Remplace une autre clé
why-places =
    { $n ->
        [one] { $n } endroit attend encore la nouvelle clé
       *[other] { $n } endroits attendent encore la nouvelle clé
    }
trouble-resolving-title = Miftah cherche si la clé a changé
trouble-resolving-text = La connexion s’est coupée pendant la demande d’une nouvelle clé. Miftah demande à DHMAD si l’ancienne marche encore, et relit la liste. Il n’envoie jamais la demande deux fois de lui-même.
trouble-waiting-title = Miftah ne sait pas encore si la clé a changé
trouble-waiting-text = Miftah réessaie de lui-même, et au prochain démarrage.
trouble-unchanged-title = Rien n’a été régénéré : l’ancienne clé marche
trouble-unchanged-text = DHMAD a montré l’ancienne clé à chaque lecture. Miftah la surveille encore dix minutes, au cas où la demande arriverait en retard.
trouble-stopped = À l’arrêt :
lost-title = L’ancienne clé est morte, et Miftah n’a pas reçu la nouvelle
lost-text = DHMAD montre une nouvelle clé depuis { $time }, mais la connexion s’est coupée avant qu’elle n’arrive ici, et personne ne peut la relire. Ce qui utilisait l’ancienne clé échoue maintenant.
lost-colleague = Émettez-la de nouveau, sauf si un collègue l’a régénérée à { $time } : la sienne s’arrêterait aussi. Miftah ne le fait jamais de lui-même.
lost-used-title = Quelqu’un utilise déjà la nouvelle clé
lost-used-text = DHMAD montre une nouvelle clé, et elle a déjà servi. Un collègue l’a sans doute : demandez-la-lui, puis reprenez-la ici. En émettre une autre l’arrêterait.
replaced-title = Quelqu’un a régénéré cette clé depuis
replaced-text = La nouvelle clé arrivée ici n’est plus celle de DHMAD. Demandez la plus récente à votre collègue.
why-in-memory = Nouvelle clé seulement en mémoire : copiez-la
in-memory-title = Votre nouvelle clé n’est que dans la mémoire de Miftah
in-memory-text = Ni le disque de cet ordinateur ni le trousseau ne l’ont prise. Copiez-la maintenant et mettez-la en place ; si Miftah se ferme, elle est perdue. Miftah continue de la proposer au trousseau.
looked-on-portal = Ne plus chercher : j’ai vérifié sur le portail
in-place = J’ai mis la clé en place moi-même
sealed-title = Votre nouvelle clé est en sûreté, scellée sur cet ordinateur
sealed-text = Le trousseau ne l’a pas encore prise. Miftah réessaie de lui-même ; vous pouvez quitter en attendant.
sealed-no-copy = Le trousseau doit être ouvert pour la copier.
copy-answer = Copier la réponse
colleague-has-it = Un collègue a la nouvelle clé
proof-sealed = Scellée sur cet ordinateur jusqu’à ce que { $place } la prenne. Vous pouvez quitter sans risque.
proof-mismatch = DHMAD a répondu pour une autre clé. Vérifiez sur le portail avant de l’utiliser.
place-name = Nom de l’endroit
place-name-example = Où, par exemple la caisse de Sfax
place-keeper = Qui s’en occupe
place-save = Ajouter
place-empty = Dites où elle se trouve.
place-too-long = Un nom a 80 caractères au plus.
place-holds-key = On dirait une clé. Les clés n’ont pas leur place ici.
place-change = Modifier { $name }
place-remove = Retirer { $name }
place-add = Ajouter un endroit
places-none = Aucun endroit noté.
places-needed = Où elle doit aller
places-used = Où elle sert
places-title = Endroits de { $name }
places-text = Miftah les montre quand la clé change, pour n’en oublier aucun.
span-days =
    { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }
span-hours = { $n } h
span-minutes = { $n } min
today-at = aujourd’hui à { $time }
rotation-started = Commencée { $when }.
rotation-nothing-stopped = Rien n’est coupé : les deux clés marchent.
rotation-old-off = L’ancienne clé est désactivée, la nouvelle marche.
rotation-copy = Copier la nouvelle clé
rotation-started-spoken = La deuxième clé est créée. Les deux marchent.
rotation-creating = Création de la deuxième clé
rotation-creating-text = Elle vivra à côté de l’ancienne. Rien ne s’arrête.
rotation-resolving = Miftah cherche ce que DHMAD a fait
rotation-resolving-text = La connexion s’est coupée entre-temps. Miftah lit la liste de DHMAD et vous le dit ici. Rien n’est envoyé deux fois.
rotation-waiting = Miftah ne sait pas encore ce que DHMAD a fait
rotation-unchanged = La deuxième clé n’a pas été créée ; rien n’a changé
rotation-unchanged-text = Miftah surveille encore dix minutes, au cas où la demande arriverait en retard.
rotation-orphan = Une deuxième clé a été créée { $when }, et sa valeur est perdue
rotation-orphan-text = La connexion s’est coupée avant qu’elle n’arrive ici. L’ancienne clé marche comme avant. Personne ne peut utiliser la clé perdue : désactivez-la, puis recommencez.
rotation-stored = Les deux clés marchent. Mettez la nouvelle en place.
rotation-stored-text = Copiez-la, collez-la partout où se trouve l’ancienne, et cochez les endroits.
rotation-switching = Demande à DHMAD en cours
rotation-off = L’ancienne clé est désactivée depuis { $when }
rotation-off-text = Si quelque chose en a besoin, réactivez-la. Après 7 jours, Miftah vous proposera de la supprimer.
watch-seen = Nouvelle clé vue { $when }, ancienne muette depuis { $quiet }
watch-not-seen = Nouvelle clé pas encore vue en usage, ancienne muette depuis { $quiet }
watch-ready = Tout indique que la nouvelle clé sert. L’ancienne peut être désactivée.
watch-asks =
    { $n ->
        [one] Miftah n’a surveillé l’ancienne clé que { $n } jour et pourrait manquer un usage rare.
       *[other] Miftah n’a surveillé l’ancienne clé que { $n } jours et pourrait manquer un usage rare.
    }
watch-used-again = L’ancienne clé a resservi { $when }
watch-used-again-text = Quelque chose a encore l’ancienne clé. L’attente de { $wait } repart.
watch-needs-use = Miftah attend d’avoir vu la nouvelle clé servir deux fois, ou que chaque endroit soit coché.
watch-ready-at = Après { $wait } de silence, { $when }, Miftah vous proposera de désactiver l’ancienne.
rare-question = Quelque chose l’utilise-t-il moins d’une fois par jour ?
rare-yes = Oui, attendre 35 jours
rare-no = Non
orphan-off = Désactiver la clé perdue…
orphan-keep = La laisser
step-created = Nouvelle clé créée
step-created-tested = Nouvelle clé créée et testée
step-created-refused = Nouvelle clé créée ; DHMAD ne l’accepte pas encore
step-created-mismatch = Nouvelle clé créée ; DHMAD a répondu pour une autre clé
step-kept = Gardée dans { $place }.
test-again = Tester de nouveau
step-install = Mettre la nouvelle clé en place
step-installed =
    { $n ->
        [one] Installée à { $n } endroit sur { $of }
       *[other] Installée à { $n } endroits sur { $of }
    }
step-install-none = Notez les endroits, pour n’en oublier aucun.
step-install-skip = Si vous continuez avant d’avoir tout coché, le reste s’arrêtera quand l’ancienne clé sera désactivée.
everything-uses-it = Tout l’utilise
not-installed = Pas installée, finalement
step-off = Désactiver l’ancienne clé
step-is-off = Ancienne clé désactivée
step-off-since = Depuis { $when }. Vous pouvez la réactiver.
step-off-when = À partir de { $when }. Réactivable à tout moment.
step-off-later = Quand la nouvelle sert et que l’ancienne est muette.
switch-off-now = Désactiver…
switch-back-on = La réactiver
step-delete = Supprimer l’ancienne clé
step-delete-early = À partir de { $when }. Plus tôt est possible : Miftah demande d’abord.
step-delete-now = Désactivée depuis 7 jours. Miftah demande d’abord.
step-delete-later = 7 jours après sa désactivation. Miftah demande d’abord.
delete-old = Supprimer…
rotation-stop = Arrêter cette rotation
rotation-stop-text = Les deux clés restent comme elles sont.
lane-old = Ancienne
lane-new = Nouvelle
propose-title = Remplacer { $name } en douceur
propose-text = Une deuxième clé vit à côté de l’ancienne jusqu’à ce que tout l’utilise. Rien ne s’arrête en chemin.
propose-1 = Miftah crée une deuxième clé et la teste.
propose-2 = Vous la mettez en place, et cochez les endroits.
propose-3 = Miftah surveille jusqu’à ce que l’ancienne soit muette.
propose-4 = Vous désactivez l’ancienne, et la supprimez après 7 jours.
propose-do = Créer la deuxième clé
rotations-empty-title = Aucune rotation en cours
rotations-empty-text = Une rotation en douceur remplace une clé sans rien arrêter : l’ancienne et la nouvelle marchent ensemble quelques jours. Commencez depuis le menu d’une clé.
rotations-empty-do = Aller aux clés
error-no-room = DHMAD n’a pas créé de deuxième clé.
error-no-room-do = Le compte n’a peut-être plus de place. Supprimez une clé inutile, ou régénérez plutôt celle-ci.
error-unfinished = Une opération précédente n’est pas finie.
error-unfinished-do = Voyez d’abord ce qui s’y est passé.
error-not-now = Ce n’est pas possible à cette étape.
error-not-now-do = Regardez où en est la rotation.
error-spool = Miftah ne peut pas sceller une réponse sur ce disque.
error-spool-do = Rien n’a été envoyé. Vérifiez le disque, puis réessayez.

## Changing a key
copy-env = Copier comme ligne .env
copy-header = Copier comme ligne d’en-tête
env-use = Gardez-la sous ce nom là où votre application a ses réglages : un fichier .env, le panneau de votre hébergeur ou le serveur. Jamais dans le code, et jamais dans un commit.
turn-off = Désactiver…
turn-on = Réactiver
turned-off = { $name } est désactivée.
turned-on = { $name } est réactivée.
delete-key = Supprimer…
deleted = { $name } est supprimée.
delete-only-off = Seule une clé désactivée peut être supprimée.
delete-from = Possible à partir du { $date } : une clé réelle reste d’abord 7 jours désactivée.
blocked-by-operation = Terminez d’abord ce qui est en cours sur cette clé.
rename-hint = DHMAD et vos collègues voient aussi ce nom.
error-key-changed = La clé a changé entre-temps.
error-key-changed-do = Rien n’a été fait. Regardez-la de nouveau, puis décidez.
error-change-unknown = Miftah ne sait pas si DHMAD l’a fait.
error-change-unknown-do = Vérifiez de nouveau : la liste montre l’état de la clé.

## Diagnose
nav-diagnose = Diagnostic
window-diagnose = Diagnostic - Miftah
why-not-working = Pourquoi ne marche-t-elle pas ?
diag-title = Une clé ne marche pas ?
diag-text = Copiez-la là où votre application la garde, puis examinez-la ici. Miftah lit le presse-papiers une fois, interroge DHMAD avec la clé et dit ce qui ne va pas. La clé n’est jamais affichée.
diag-look = Examiner la clé du presse-papiers
diag-look-again = Examiner de nouveau
diag-another = En examiner une autre
diag-from-clipboard = du presse-papiers à { $time }
diag-from-keyring = du trousseau à { $time }
diag-checked = Ce qui a été vérifié
diag-private = La clé n’a été ni affichée, ni enregistrée, ni journalisée.
diag-open-key = La montrer dans la liste
diag-works = { $name } marche
diag-works-unnamed = Cette clé marche
diag-works-live = DHMAD l’accepte. Si votre application est encore refusée, elle appelle peut-être l’adresse de test : une clé réelle ne marche que sur dhmad.tn/api.
diag-works-sandbox = DHMAD l’accepte. Si votre application est encore refusée, elle appelle peut-être l’adresse réelle : une clé de test ne marche que sur sandbox.dhmad.tn/api.
diag-extras = La clé marche, ce qui l’entoure non
diag-extras-text = Il y a plus que la clé dans le presse-papiers : { $extras }. Une application qui prend le tout pour la clé est refusée.
diag-mend = Copier la clé seule
diag-mended = La clé seule est dans le presse-papiers.
extra-spaces = des espaces
extra-line-breaks = des retours à la ligne
extra-invisible = des caractères invisibles
extra-quotes = des guillemets
extra-variable = le nom d’une variable
extra-header = les mots d’un en-tête
diag-no-key = Pas de clé DHMAD dans le presse-papiers
diag-no-key-text = Une clé commence par sk_live_ ou sk_sandbox_. Copiez-la en entier, puis examinez de nouveau.
diag-foreign = C’est une clé de { $provider }
diag-stripe-text = Les clés de Stripe commencent aussi par sk_live_, on les confond facilement. Celles de DHMAD sont sur le portail.
diag-foreign-text = DHMAD ne la connaît pas. Les clés de DHMAD sont sur le portail.
diag-short = Il manque une partie de la clé
diag-long = Il y a trop de caractères
diag-length-text = Après son début une clé a 64 caractères, celle-ci en a { $n }. Copiez-la de nouveau en entier.
diag-alike = Un caractère trompe l’œil
diag-alike-text = Une clé n’a que les chiffres 0 à 9 et les lettres a à f. L’un des caractères leur ressemble seulement : O pour 0, l pour 1, ou une lettre d’un autre alphabet. Copiez la clé, ne la tapez pas.
diag-not-hex = Un caractère est faux
diag-not-hex-text = Une clé n’a que les chiffres 0 à 9 et les lettres a à f. Copiez-la de nouveau en entier.
diag-off = { $name } est désactivée
diag-off-text = DHMAD refuse toute requête avec elle tant qu’elle n’est pas réactivée.
diag-expired = { $name } a expiré le { $when }
diag-expired-text = Une clé expirée reste refusée. Faites-en une autre sur le portail.
diag-old = C’est une ancienne copie de { $name }
diag-old-text = La clé a été régénérée ({ $when }) : cette copie ne marche plus depuis. L’application qui l’utilise a besoin de la nouvelle.
diag-old-text-unknown = La clé a été régénérée depuis : cette copie ne marche plus. L’application qui l’utilise a besoin de la nouvelle.
diag-copy-new = Copier la nouvelle clé
diag-not-listed = DHMAD n’a pas cette clé dans ce compte
diag-not-listed-text = Elle a été supprimée ou régénérée, ou elle appartient à un autre compte.
diag-not-yet = DHMAD ne l’accepte pas encore
diag-not-yet-text = DHMAD montre une clé qui commence ainsi et la refuse. Une nouvelle clé peut prendre une minute.
diag-refused = DHMAD n’accepte pas cette clé
diag-refused-named = DHMAD n’accepte pas { $name }
diag-refused-text = Elle est désactivée, régénérée, supprimée ou expirée : DHMAD donne la même réponse pour tout cela. Le portail montre laquelle.
diag-not-associated = Le compte développeur n’est lié à aucun utilisateur
diag-not-associated-text = DHMAD veut un compte utilisateur derrière le compte développeur. Liez-les sur le portail.
diag-no-answer = Personne n’a pu le dire
diag-clock = L’horloge de cet ordinateur est décalée de { $span }. Cela seul peut faire échouer les requêtes d’une application.
check-shape = Sa forme
check-shape-whole = Entière, rien autour
check-shape-extras = Entière, mais avec { $extras }
check-shape-flawed = Pas une clé entière
check-env = Son environnement
check-env-sent = { $env }, interrogé à cette adresse seulement
check-answer = La réponse de DHMAD
check-accepted = Acceptée
check-refused = Refusée : « Invalid or expired API key »
check-refused-account = Refusée : le compte n’est pas lié
check-no-answer = Aucune
check-not-asked = Pas posée : seule une clé entière est envoyée
check-not-reached = Pas atteint
check-known = Ce que Miftah en sait
check-known-is = C’est { $name }
check-known-old = Commence comme une ancienne valeur de { $name }
check-known-not = Pas une clé que Miftah connaît

## Making a key
new-key = Nouvelle clé
create-text = DHMAD ne montre une nouvelle clé qu’une fois. Miftah la met dans votre presse-papiers et la garde dans votre trousseau.
create-name = Nom
create-name-hint = DHMAD et vos collègues voient ce nom.
name-vague = Un nom qui dit où sert la clé aide plus tard, comme « Caisse de Sfax ».
name-like = Presque comme { $name }. Des noms plus différents se confondent moins.
create-env = Environnement
create-live = Argent réel. Pour ce qu’utilisent vos clients.
create-sandbox = Pas d’argent réel. Pour essayer.
create-where = Où elle servira
create-where-optional = Où elle servira (facultatif)
create-where-why = Dites où, et Miftah pourra vous dire ce qui a besoin de la nouvelle quand celle-ci changera.
create-limit = Requêtes par minute (facultatif)
create-limit-wrong = Un nombre entier de 1 à 1 000 000.
create-do = Créer et copier
why-orphan = Créée, sa valeur n’est jamais arrivée
orphan-title = Cette clé a été créée, mais sa valeur n’est jamais arrivée
orphan-text = Miftah l’a demandée à DHMAD à { $time } et la connexion s’est coupée avant qu’elle n’arrive. Personne ne peut la relire. Régénérez-la pour avoir une valeur, ou désactivez-la et supprimez-la.
orphan-regenerate = La régénérer
orphan-leave = La laisser ainsi
making-resolving = Une clé a-t-elle été créée ?
making-resolving-text = La connexion s’est coupée à { $time } pendant la demande d’une nouvelle clé. Miftah la cherche dans la liste. Il ne demande jamais deux fois de lui-même.
making-waiting = Miftah ne sait pas encore si une clé a été créée
making-unchanged = Aucune clé n’a été créée
making-unchanged-text = La liste n’en montre aucune. Miftah la surveille dix minutes, au cas où la demande arriverait tard.
error-no-room-key = DHMAD n’a pas créé de clé.
error-no-room-key-do = Le compte en a peut-être déjà le maximum. Supprimez-en une désactivée, puis réessayez.
error-creation-unknown = Miftah ne sait pas encore si la clé a été créée.
error-creation-unknown-do = Il la cherche et le dit au-dessus de la liste.

## Order and commands
sort-label = Trier
sort-attention = À surveiller d’abord
sort-last-use = Inutilisées depuis le plus longtemps
sort-age = Les plus anciennes d’abord
sort-name = Par nom
group-all = Toutes les clés
hint-palette = Commandes
palette-title = Commandes
palette-hint = Que voulez-vous faire ?
palette-none = Rien ne s’appelle ainsi.
palette-check = Interroger DHMAD de nouveau
palette-clear = Effacer le presse-papiers
palette-copy = Copier encore { $name }
palette-regenerate = Régénérer { $name }…
palette-rotate = Rotation en douceur de { $name }
palette-why = Pourquoi { $name } ne marche-t-elle pas ?
palette-rename = Renommer { $name }…
palette-places = Endroits de { $name }…
palette-turn-off = Désactiver { $name }…
palette-turn-on = Réactiver { $name }

## Une clé
details = Détails
key-enter = Entrée
fact-age = Âge de la valeur
fact-days =
    { $n ->
        [0] Nouvelle aujourd’hui
        [one] { $n } jour
       *[other] { $n } jours
    }
fact-made = Créée le { $date }
fact-first-seen = Vue d’abord le { $date }
fact-changed-here = Changée avec Miftah le { $date }
fact-changed-elsewhere = Changée ailleurs, vue le { $date }
fact-last-use = Dernière utilisation
fact-use-note = Les vérifications de Miftah ne comptent pas
fact-use-hidden = DHMAD ne laisse pas Miftah le voir
fact-state = État
fact-on = Active
fact-off-since = Connu depuis le { $date }
fact-expires = Expire
fact-expired = Expirée
fact-kept = Gardée sur cet ordinateur
fact-yes = Oui
fact-no = Non
fact-limit = Limite de requêtes
fact-limit-value = { $n } par minute
limit-change = Changer…
limit-saved = La limite est changée.
notes-title = Notes
notes-hint = Sur cet ordinateur seulement. DHMAD et vos collègues ne les voient pas.
notes-saved = Les notes sont enregistrées.
notes-nothing = Rien n’a changé.
note-too-long = Une note a 2 000 caractères au plus.
note-holds-key = Ce texte contient une clé, et les notes ne sont pas scellées. Retirez la clé.
tags-label = Étiquettes, séparées par des virgules
tag-too-long = Une étiquette a 30 caractères au plus, et une clé 12 étiquettes au plus.
palette-details = Détails de { $name }

## Parcours sur le portail
walk-make-title = Créer une clé sur le portail, en trois étapes
walk-make = Créez-y la clé et copiez-la
walk-make-text = Donnez-lui un nom qui dit où elle sert. Le portail ne la montre qu’une fois.
walk-off-title = Désactiver sur le portail, en trois étapes
walk-off = Désactivez-y { $name }
walk-off-text = Ce qui l’utilise s’arrête à ce moment. Elle peut être réactivée.
walk-on-title = Réactiver sur le portail, en trois étapes
walk-on = Réactivez-y { $name }
walk-on-text = Elle marche de nouveau aussitôt.
walk-check = Vérifier auprès de DHMAD
walk-check-text = Miftah demande à DHMAD si la clé marche.
walk-note = Le noter ici
walk-note-text = Miftah ne garde pas cette clé et vous croit sur parole.
walk-delete-title = Supprimer sur le portail, en trois étapes
walk-delete = Supprimez-y { $name }
walk-delete-text = C’est sans retour.
walk-forget = L’oublier ici…
walk-forget-text = Miftah interroge d’abord DHMAD. Puis sa valeur, ses endroits et ses notes quittent cet ordinateur.
walk-is-off = Elle est désactivée
walk-is-off-text = DHMAD ne l’accepte plus.
walk-is-on = Elle est active
walk-is-on-text = DHMAD a répondu : cette clé marche.
walk-noted-off = Notée comme désactivée
walk-noted-on = Notée comme active
walk-noted-text = Miftah n’a pas pu le vérifier : il ne garde pas cette clé.
walk-still-on = DHMAD accepte encore cette clé
walk-still-on-text = Désactivez-la sur le portail, puis vérifiez de nouveau.
walk-still-off = DHMAD n’accepte pas cette clé
walk-still-off-text = Réactivez-la sur le portail, puis vérifiez de nouveau. Si elle a été régénérée entre-temps, prenez la nouvelle clé.
error-still-accepted = DHMAD accepte encore cette clé.
error-still-accepted-do = Supprimez-la d’abord sur le portail, puis réessayez.
palette-copy-env = Copier { $name } comme ligne pour .env
palette-copy-header = Copier { $name } comme ligne d’en-tête
palette-check-key = Vérifier { $name } auprès de DHMAD
palette-delete = Supprimer { $name }…
palette-leaked = { $name } a fuité…

## Quand changer une clé
advice-create = Me rappeler de la changer
advice-in =
    { $n ->
        [one] Dans { $n } jour
       *[other] Dans { $n } jours
    }
advice-over =
    { $n ->
        [0] Aujourd’hui
        [one] Depuis { $n } jour
       *[other] Depuis { $n } jours
    }

## À traiter
nav-inbox = À traiter
window-inbox = À traiter - Miftah
inbox-loading = Recherche de ce qui attend
inbox-now = À faire maintenant
inbox-week = Cette semaine
inbox-earlier = Plus tôt
inbox-empty-title = Tout est en ordre
inbox-empty-text = Rien ne vous attend. Dernière demande à DHMAD : { $when }.
inbox-rotate = Rotation en douceur…
open-key = Ouvrir la clé
inbox-where = Voir où elle sert
inbox-needed = Elle sert encore
inbox-snoozed = Reportée : { $when }.
inbox-dismissed = Vous n’en entendrez plus parler.
inbox-settled = C’est réglé entre-temps.
inbox-undo = Annuler
inbox-undo-label = Annuler : { $name }
inbox-back-spoken = De retour dans la liste.
means-stale = Plus une clé est vieille, plus elle a pu circuler. Remplacez-la sans arrêter la boutique.
means-unused-live = Une clé réelle que personne n’utilise est un risque inutile. Désactivez-la : c’est réversible.
means-unused-sandbox = Une clé que personne n’utilise ne fait qu’allonger la liste. Désactivez-la : c’est réversible.
means-never-used-live = Rien n’a appelé DHMAD avec elle depuis sa création. Mettez-la en place, ou désactivez-la d’ici là.
means-never-used-sandbox = Rien n’a appelé DHMAD avec elle depuis sa création. Désactivez-la si l’essai est fini.
means-used-off = Un appareil garde cette clé et reçoit une erreur à chaque fois. Donnez-lui une nouvelle clé ou réactivez celle-ci.
means-used-again = Quelque chose s’en sert après un long silence. Assurez-vous de savoir quoi.
means-expires-live = Ce qui l’utilise s’arrêtera ce jour-là, paiements compris. Remplacez-la avant, sans arrêter la boutique.
means-expires-sandbox = Ce qui l’utilise s’arrêtera ce jour-là. Remplacez-la avant, si les essais continuent.
means-expired = DHMAD refuse toute requête avec elle. Ce qui l’utilise a besoin d’une autre clé.
means-replaced = La copie gardée ici est ancienne et ne sert plus. Demandez à qui l’a changée, ou prenez la nouvelle.
means-rotation = Sa rotation ne continue que si vous le dites. Les deux clés restent comme elles sont d’ici là.
means-rotation-install = La deuxième clé est prête. Mettez-la partout où se trouve l’ancienne, puis cochez les endroits.
snooze = Reporter
snooze-label = Reporter { $name }
snooze-heading = Me le rappeler
snooze-tomorrow = Demain
snooze-week = Dans une semaine
snooze-date = À une date…
snooze-never = Plus jamais…
snooze-date-title = Quand doit-elle revenir ?
snooze-until-do = Reporter : { $when }
month-before = Mois précédent
month-after = Mois suivant
dismiss-title = Pourquoi plus jamais ?
dismiss-text = Miftah n’en parle plus, sauf si cela se reproduit.
dismiss-needed = La clé sert telle quelle
dismiss-not-ours = Quelqu’un d’autre s’en occupe
dismiss-known-use = Je sais ce qui l’utilise
dismiss-other = Une autre raison
dismiss-do = Ne plus me le rappeler
put-off-title = Mis de côté
put-off-until = retour : { $when }
put-off-for-good = plus jamais : { $reason }
put-off-back = Remettre
put-off-back-label = Remettre { $name }
hint-snooze = Reporter
on-today = aujourd’hui
on-weekday = { $day }
on-date = le { $date }
why-used-again =
    { $n ->
        [one] Réutilisée { $when } après { $n } jour de silence
       *[other] Réutilisée { $when } après { $n } jours de silence
    }
why-waits-install = La nouvelle clé attend d’être mise en place
why-waits-rare-use = Sa rotation a une question pour vous
why-waits-switch-off = Remplacée : peut être désactivée
why-waits-delete = Remplacée : peut être supprimée
why-waits-orphan = Une deuxième clé perdue est à désactiver
why-back-on = Désactivée un moment, de retour : { $when }

## Désactivée un moment
off-for = Désactiver un moment…
palette-off-for = Désactiver { $name } un moment…
palette-keep-off = Laisser { $name } désactivée
off-for-title = Désactiver { $name } un moment
off-for-text = Ce qui l’utilise s’arrête pendant ce temps : vous voyez ainsi si quelque chose en a encore besoin. Le système demande avant.
off-for-how-long = Pour combien de temps
off-for-back = De retour ({ $when }) si cet ordinateur est éveillé, sinon dès son réveil.
off-for-only-on = Seule une clé active peut l’être.
off-for-lately = Pas pour une clé réelle utilisée ces 7 derniers jours : la boutique s’arrêterait.
off-for-unknown = Pas pour une clé réelle dont personne ne sait quand elle a servi.
off-for-settings = Ouvrir les réglages
keep-off = La laisser désactivée
kept-off = { $name } reste désactivée.
turn-on-now = Réactiver maintenant
back-on-title = Désactivée, retour : { $when }
back-on-text = Elle revient d’elle-même.
error-used-lately = Cette clé réelle a servi ces 7 derniers jours.
error-used-lately-do = Remplacez-la plutôt en douceur : rien ne s’arrête.
error-not-on = Cette clé n’est pas active.
error-not-on-do = Vérifiez encore : la liste montre son état.
error-update-not-now = Elle ne peut pas être installée en ce moment.
error-update-not-now-do = Attendez qu’aucune clé ne soit dans le presse-papiers et que rien ne soit en cours, puis réessayez.
error-needs-background = Personne ne pourrait la réactiver : Miftah s’arrête quand sa fenêtre se ferme.
error-needs-background-do = Activez « Continuer en arrière-plan » ou « Démarrer avec l’ordinateur » dans les réglages, puis réessayez.

## Rappels
settings-general = Général
settings-reminders = Rappels
hint-settings = Les changements sont gardés aussitôt
remind-when = Me rappeler quand
remind-which = Pour quelles clés
remind-never-used = Une nouvelle clé n’a jamais servi
remind-never-used-text = Depuis sa création
remind-unused = Une clé n’a aucune requête
remind-unused-text = Depuis sa dernière utilisation
remind-stale = Une clé n’a pas été changée
remind-stale-text = Depuis sa création ou son dernier remplacement
remind-expiry = Une clé va expirer
remind-expiry-text = 14, 7 et 1 jour avant, réel et test
days-unit =
    { $n ->
        [one] jour
       *[other] jours
    }
days-never = jamais
days-fewer = Moins de jours : { $what }
days-more = Plus de jours : { $what }
days-wrong = Un nombre entier de 1 à 3 650.
remind-how = Comment
remind-digest = Un résumé par jour au plus
remind-digest-text = Seule une expiration sous 24 h arrive aussitôt
remind-quiet = Heures calmes
remind-quiet-text = Seule une expiration sous 24 h parle alors
remind-quiet-none = Les deux sont égales : pas d’heures calmes
remind-quiet-from = Calme à partir de
remind-quiet-to = Calme jusqu’à
remind-names = Cacher les noms des clés
remind-names-text = Les notifications disent « une clé réelle »
background = Continuer en arrière-plan
background-tray = Miftah reste dans la zone de notification quand sa fenêtre est fermée : les rappels arrivent.
background-no-tray = Pour que les rappels arrivent fenêtre fermée. Ce bureau n’a pas de zone de notification : relancez Miftah pour revoir sa fenêtre.
background-ends = Ce bureau n’a ni zone de notification ni notifications : Miftah s’arrête encore avec sa fenêtre.
background-off = Les rappels n’arrivent que fenêtre ouverte.
autostart = Démarrer avec l’ordinateur
autostart-text = Sans fenêtre, à l’ouverture de votre session
quit-title = Quitter
quit-text = Aucun rappel avant le prochain démarrage de Miftah.
quit = Quitter Miftah
preview-title = Aperçu
preview-keys =
    { $n ->
        [one] Avec ces règles, { $n } clé serait à traiter maintenant.
       *[other] Avec ces règles, { $n } clés seraient à traiter maintenant.
    }
preview-none = Avec ces règles, rien ne serait à traiter maintenant.
test-send = Envoyer une notification d’essai
test-taken = Votre système l’a prise à { $time }. Si vous n’avez rien vu, regardez le mode « ne pas déranger » du système.
test-taken-then = Votre système a pris le dernier essai le { $date }.
test-no-server = Ce bureau n’a rien qui affiche des notifications. Ce qui attend est dans « À traiter ».
test-refused = Votre système l’a refusée. Autorisez les notifications de Miftah dans les réglages du système.
test-timed-out = Votre système n’a pas répondu. Réessayez dans une minute.

## Liste de sécurité
nav-checklist = Sécurité
checklist-title = Liste de sécurité
window-checklist = Liste de sécurité - Miftah
list-loading = Calcul de la liste
list-sum = { $n } sur { $of } en ordre.
list-sum-when = D’après ce que DHMAD a dit ({ $when }) et ce qui est sur cet ordinateur.
list-to-do = À faire
list-in-order = En ordre
list-cant-know = Ne peut pas être su d’ici
list-state-to-do = À faire
list-state-met = Respecté
list-state-unknown = Inconnu
list-and-more =
    { $n ->
        [one] { $names } et { $n } autre
       *[other] { $names } et { $n } autres
    }
list-unknown-old = Ce que Miftah sait est trop ancien pour le dire.
list-unknown-all = Miftah ne voit pas toutes les clés du compte.
list-rotated = Chaque clé utilisée est changée à temps
list-rotated-met = Aucune valeur n’est plus vieille que vos règles
list-rotated-todo = Pas changée à temps : { $names }
list-unused = Aucune clé réelle ne dort
list-unused-met = Chaque clé réelle active sert
list-unused-todo = Inutilisée : { $names }
list-leftovers = Les clés abandonnées sont supprimées
list-leftovers-met = Aucune n’est désactivée depuis plus de 90 jours
list-leftovers-todo = Désactivée depuis plus de 90 jours : { $names }
list-watched = Rien n’utilise une clé de façon inattendue
list-watched-met = Aucun usage d’une clé désactivée, ni après un long silence
list-watched-todo = Regardez l’usage de { $names }
list-placed = Chaque clé réelle dit où elle sert
list-placed-met = Chacune a un endroit
list-placed-todo = Manque pour { $names }
list-kept = Quelqu’un répond de chaque endroit
list-kept-met = Chaque endroit a un nom à côté
list-kept-todo = Personne n’est nommé à un endroit de { $names }
list-one-each = Chaque application a sa propre clé
list-one-each-met = Aucune clé ne sert à deux endroits
list-one-each-todo = Utilisée à plusieurs endroits : { $names }
list-named = Les noms disent à quoi servent les clés
list-named-met = Aucune ne s’appelle seulement « test » ou « clé »
list-named-todo = En dit peu : { $names }
list-spare = Il y a une clé réelle de réserve
list-spare-met = Si l’une s’arrête, une autre prend le relais en minutes
list-spare-todo = Si la seule s’arrête, tout s’arrête
list-apart = Les essais n’utilisent pas d’argent réel
list-apart-met = Il y a des clés réelles et des clés de test
list-apart-todo = Il n’y a des clés que d’une sorte
list-keychain = Les clés sont gardées dans le trousseau
list-keychain-met = Dans { $place }, aucune dans un simple fichier
list-keychain-unknown = Le trousseau ne répond pas
list-reminded = Les rappels vous parviennent
list-reminded-met = Votre système a pris le dernier essai
list-reminded-todo = Pas testé, ou le dernier essai n’est pas arrivé
list-code = Aucune clé n’est dans le code
list-code-unknown = Miftah ne lit pas votre code. Demandez à qui l’écrit.
list-server = Les clés ne servent que sur des serveurs
list-server-unknown = Jamais dans une page ou une application de vos clients. Demandez à qui les fait.
list-open-inbox = Ouvrir « À traiter »
list-open-reminders = Essayer dans les réglages

## Usage et règles d’une clé
usage-title = Jours d’usage, semaine par semaine
usage-used = vue en usage
usage-quiet = silence
usage-unchecked = pas vérifié
usage-today = Aujourd’hui
usage-none = Miftah n’a pas encore regardé cette clé.
usage-summary =
    { $n ->
        [one] Vue en usage { $n } jour sur { $of } regardés.
       *[other] Vue en usage { $n } jours sur { $of } regardés.
    }
usage-summary-gaps =
    { $n ->
        [one] Vue en usage { $n } jour sur { $of } regardés ; { $gaps } ne l’ont pas été.
       *[other] Vue en usage { $n } jours sur { $of } regardés ; { $gaps } ne l’ont pas été.
    }
usage-week = Semaine
usage-span = du { $from } au { $to }
usage-days =
    { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }
usage-as-table = Montrer en tableau
usage-as-picture = Montrer en image
fact-change = Changement conseillé
fact-change-every =
    { $n ->
        [one] Chaque jour
       *[other] Tous les { $n } jours
    }
fact-change-never = Jamais pour son âge
rules-title = Rappels pour cette clé
rules-text = Si elle demande d’autres règles que les autres.
rule-never-used = Jamais utilisée
rule-unused = Aucune requête
rule-stale = Pas changée
rule-usual = comme d’habitude
rule-usual-days =
    { $n ->
        [one] comme d’habitude ({ $n } jour)
       *[other] comme d’habitude ({ $n } jours)
    }
rule-usual-never = comme d’habitude (jamais)
rule-days =
    { $n ->
        [one] après { $n } jour
       *[other] après { $n } jours
    }
favourite = La proposer dans la zone de notification
favourite-text = Pour la copier sans ouvrir la fenêtre.
nav-update = { $page }, une mise à jour est là
update-label = Mises à jour
update-version = Miftah { $version }
update-security = Correctif de sécurité
update-nobody = Cette version ne cherche pas de mises à jour.
update-unreachable = Le serveur de mises à jour n’a pas répondu.
update-refused = Ce que le serveur de mises à jour a envoyé a été refusé. Rien n’a été changé.
update-not-kept = La mise à jour n’a pas pu être enregistrée.
update-told = La version { $version } est là. Prenez-la là où vous avez pris Miftah.
update-downloading = La version { $version } arrive.
update-ready = La version { $version } est prête. Elle s’installe maintenant ou quand vous quittez.
update-waits = La version { $version } est prête. Elle pourra être installée quand aucune clé ne sera dans le presse-papiers et que rien ne sera en cours.
update-install = Installer et redémarrer
update-page = Ouvrir la page
update-look = Chercher des mises à jour
update-in-place = La version { $version } est installée. Elle fonctionnera quand Miftah aura redémarré.
update-restart = Redémarrer Miftah
update-by-itself = Chercher des mises à jour une fois par jour
update-by-itself-text = Télécharge aussi ce qui est nouveau. Rien d’autre que la demande n’est envoyé.
update-by-itself-told = Rien d’autre que la demande n’est envoyé.
