# Ce que le système dessine pour Miftah : titres des fenêtres et question avant de régénérer une clé utilisée. Lu par la coque.

window-title = Miftah
confirm-window-title = Miftah - confirmation
sign-in-window-title = Connexion - Miftah

confirm-regenerate-title = Régénérer « { $name } » ?
# $used est l’une des phrases used- plus bas.
confirm-regenerate-text = Clé réelle, argent réel : { $prefix }…, { $used }. Dès la régénération, tout ce qui l’utilise s’arrête jusqu’à recevoir la nouvelle clé.
confirm-regenerate-text-no-prefix = Clé réelle, argent réel, { $used }. Dès la régénération, tout ce qui l’utilise s’arrête jusqu’à recevoir la nouvelle clé.
confirm-regenerate-text-unknown = Clé réelle, argent réel : { $prefix }…. Miftah n’a pas pu savoir quand elle a servi. Dès la régénération, tout ce qui l’utilise s’arrête jusqu’à recevoir la nouvelle clé.
confirm-regenerate-text-unknown-no-prefix = Clé réelle, argent réel. Miftah n’a pas pu savoir quand elle a servi. Dès la régénération, tout ce qui l’utilise s’arrête jusqu’à recevoir la nouvelle clé.
confirm-regenerate-text-created = Clé réelle, argent réel : { $prefix }…, { $created }, { $used }. Quelqu’un est peut-être en train de la mettre en place. Dès la régénération, tout ce qui l’utilise s’arrête jusqu’à recevoir la nouvelle clé.
confirm-regenerate-text-sandbox = Clé de test, pas d’argent réel : { $prefix }…, { $used }. Dès la régénération, tout ce qui l’utilise s’arrête jusqu’à recevoir la nouvelle clé.
confirm-regenerate-now = Régénérer maintenant
confirm-cancel = Annuler

created-days-ago =
    { $n ->
        [0] créée aujourd’hui
        [one] créée il y a { $n } jour
       *[other] créée il y a { $n } jours
    }
changed-days-ago =
    { $n ->
        [0] changée aujourd’hui
        [one] changée il y a { $n } jour
       *[other] changée il y a { $n } jours
    }

used-just-now = utilisée à l’instant
used-minutes-ago =
    { $n ->
        [one] utilisée il y a { $n } minute
       *[other] utilisée il y a { $n } minutes
    }
used-hours-ago =
    { $n ->
        [one] utilisée il y a { $n } heure
       *[other] utilisée il y a { $n } heures
    }
used-days-ago =
    { $n ->
        [one] utilisée il y a { $n } jour
       *[other] utilisée il y a { $n } jours
    }
used-on = utilisée le { $date }
used-never = pas encore utilisée
used-unknown = dernier usage inconnu

# Added when nothing could tell afterwards whether the call was executed.
confirm-regenerate-untraceable = Si la connexion se coupe entre-temps, Miftah ne pourra pas savoir si la clé a été régénérée : DHMAD n’affiche pas son préfixe et sa valeur n’est pas conservée sur cet ordinateur.

# Le choix qui n’arrête rien : il ouvre la page des rotations en douceur.
confirm-rotate = Rotation en douceur

confirm-leaked-title = Couper « { $name } » maintenant ?
confirm-leaked-text = L’ancienne clé s’arrête aussitôt, personne ne pourra en abuser. Miftah vous montre ensuite où mettre la nouvelle.
confirm-leaked-now = Couper et copier la nouvelle

confirm-off-title = Désactiver « { $name } » ?
confirm-off-text = Clé réelle, { $used }. Ce qui l’utilise s’arrête maintenant. Vous pourrez la réactiver à tout moment.
confirm-off-text-sandbox = Clé de test, { $used }. Ce qui l’utilise s’arrête maintenant. Vous pourrez la réactiver à tout moment.
confirm-off-early = Miftah attendrait encore : il n’a pas encore vu que la nouvelle clé sert et que l’ancienne est muette depuis assez longtemps.
confirm-off-now = Désactiver
confirm-off-last = C’est votre dernière clé réelle active. Préparez-en d’abord une autre, sinon plus rien n’atteindra DHMAD.
confirm-off-last-sandbox = C’est votre dernière clé de test active.
confirm-which = Clé { $prefix }…

confirm-delete-title = Supprimer « { $name } » pour toujours ?
confirm-delete-text =
    { $n ->
        [0] Désactivée aujourd’hui, inutilisée depuis. C’est définitif.
        [one] Désactivée depuis { $n } jour, inutilisée depuis. C’est définitif.
       *[other] Désactivée depuis { $n } jours, inutilisée depuis. C’est définitif.
    }
confirm-delete-text-used =
    { $n ->
        [0] Désactivée aujourd’hui, { $used }. C’est définitif.
        [one] Désactivée depuis { $n } jour, { $used }. C’est définitif.
       *[other] Désactivée depuis { $n } jours, { $used }. C’est définitif.
    }
confirm-delete-early = Miftah attendrait qu’elle soit désactivée depuis 7 jours : d’ici là, vous pouvez la réactiver si quelque chose en a besoin.
confirm-delete-now = Supprimer
confirm-delete-last = Sans elle, vous n’avez aucune clé réelle active. Créez-en d’abord une autre, sinon plus rien n’atteindra DHMAD.
confirm-delete-last-sandbox = Sans elle, vous n’avez aucune clé de test active.
# The choice that stops nothing: it opens the form for a new key.
confirm-make-another = Créer d’abord une autre clé

confirm-forget-title = Oublier « { $name } » sur cet ordinateur ?
confirm-forget-text = Sa valeur, ses endroits et ses notes quittent cet ordinateur, sans retour possible. Continuez si elle est supprimée sur le portail.
confirm-forget-now = Oublier

# The app cannot start.
start-failed-title = Miftah ne peut pas démarrer
start-failed-full = Le disque est plein. Libérez de la place, puis relancez Miftah. Vos clés sont en sûreté dans le trousseau.
start-failed-newer = Une version plus récente de Miftah a utilisé les données de cet ordinateur. Réinstallez cette version. Rien n’a été modifié.
start-failed-denied = Le dossier de données de Miftah ne peut être ni lu ni écrit. Demandez à la personne qui s’occupe de cet ordinateur de le vérifier. Vos clés sont en sûreté dans le trousseau.
start-failed-in-use = Miftah est déjà en marche et sa fenêtre n’est pas apparue. Fermez l’autre, ou fermez la session de l’ordinateur et rouvrez-la. Vos clés sont en sûreté dans le trousseau.
start-failed-close = Fermer

# Switching off for a while.
confirm-off-for-title = Désactiver « { $name } » un moment ?
confirm-off-for-text = Ce qui l’utilise s’arrête maintenant. Réactivée à { $time } si cet ordinateur est éveillé, sinon dès son réveil.

# Notifications: a title of up to 40 characters, a text of up to 110. $name may be notify-a-live-key.
notify-a-live-key = une clé réelle
notify-a-sandbox-key = une clé de test
notify-digest-title =
    { $n ->
        [one] { $n } clé à surveiller
       *[other] { $n } clés à surveiller
    }
notify-line = { $name } : { $what }.
notify-more =
    { $n ->
        [one] Et { $n } autre.
       *[other] Et { $n } autres.
    }
notify-never-used =
    { $n ->
        [one] créée il y a { $n } jour, jamais utilisée
       *[other] créée il y a { $n } jours, jamais utilisée
    }
notify-unused =
    { $n ->
        [one] aucune requête depuis { $n } jour
       *[other] aucune requête depuis { $n } jours
    }
notify-stale =
    { $n ->
        [one] inchangée depuis { $n } jour
       *[other] inchangée depuis { $n } jours
    }
notify-expires =
    { $n ->
        [0] expire d’ici un jour
        [one] expire dans { $n } jour
       *[other] expire dans { $n } jours
    }
notify-expired = expirée, elle ne marche plus
notify-used-though-off = désactivée, mais utilisée
notify-used-again =
    { $n ->
        [one] de nouveau utilisée après { $n } jour de silence
       *[other] de nouveau utilisée après { $n } jours de silence
    }
notify-replaced = régénérée ailleurs, la valeur gardée ici est ancienne
notify-rotation-install = sa nouvelle clé attend d’être mise en place
notify-rotation-rare-use = sa rotation attend votre réponse
notify-rotation-switch-off = l’ancienne clé est muette, la désactiver ?
notify-rotation-delete = l’ancienne clé peut être supprimée
notify-rotation-orphan = une seconde clé a été créée et sa valeur perdue
notify-urgent-title = Une clé va cesser de marcher
notify-urgent-text = { $name } expire { $when }. Remplacez-la pour éviter un arrêt.
notify-at-today = aujourd’hui à { $time }
notify-at-tomorrow = demain à { $time }
notify-open = Ouvrir
notify-tomorrow = Demain
notify-rotate = Remplacer
notify-test-title = Ceci est un essai
notify-test-text = Les rappels arrivent.
notify-on-again-title = De nouveau active
notify-on-again-text = { $name } marche à nouveau depuis { $time }.
notify-still-off-title = Une clé est toujours désactivée
notify-still-off-text = { $name } devait être réactivée à { $time }. Miftah continue d’essayer.
notify-not-back-title = Une clé n’a pas été réactivée
notify-not-back-text = { $name } a été modifiée ou supprimée entre-temps, Miftah l’a laissée telle quelle.
notify-stays-title = Miftah continue
notify-stays-text-tray = Il reste dans la barre système et vous prévient. C’est là qu’on le quitte.
notify-stays-text = Ce bureau n’a pas de barre système. Relancez Miftah pour revoir sa fenêtre.

tray-state =
    { $n ->
        [0] Toutes les clés sont en ordre
        [one] { $n } clé à surveiller
       *[other] { $n } clés à surveiller
    }
tray-old = Pas vérifié depuis { $day }
tray-never = Pas encore vérifié
tray-signed-out = Personne n’est connecté
tray-copy = Copier { $name }
tray-clear = Effacer le presse-papiers ({ $n } s)
tray-check = Vérifier maintenant
tray-open = Ouvrir Miftah
tray-quit = Quitter
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
awake-reason = Une clé doit être réactivée
