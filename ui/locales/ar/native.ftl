# ما يرسمه النظام لمفتاح: عناوين النوافذ والسؤال قبل تجديد مفتاح مستعمل. تقرؤه القشرة.

window-title = مفتاح
confirm-window-title = مفتاح - تأكيد
sign-in-window-title = الدخول - مفتاح

confirm-regenerate-title = تجديد «{ $name }»؟
# $used إحدى عبارات used- أدناه.
confirm-regenerate-text = مفتاح حقيقي، أموال حقيقية: { $prefix }…، { $used }. بمجرد تجديده يتوقف كل ما يستعمله إلى أن يتلقى المفتاح الجديد.
confirm-regenerate-text-no-prefix = مفتاح حقيقي، أموال حقيقية، { $used }. بمجرد تجديده يتوقف كل ما يستعمله إلى أن يتلقى المفتاح الجديد.
confirm-regenerate-text-unknown = مفتاح حقيقي، أموال حقيقية: { $prefix }…. لم يتمكّن مفتاح من معرفة آخر استعمال له. بمجرد تجديده يتوقف كل ما يستعمله إلى أن يتلقى المفتاح الجديد.
confirm-regenerate-text-unknown-no-prefix = مفتاح حقيقي، أموال حقيقية. لم يتمكّن مفتاح من معرفة آخر استعمال له. بمجرد تجديده يتوقف كل ما يستعمله إلى أن يتلقى المفتاح الجديد.
confirm-regenerate-text-created = مفتاح حقيقي، أموال حقيقية: { $prefix }…، { $created }، { $used }. ربما يضعه أحد في مكانه الآن. بمجرد تجديده يتوقف كل ما يستعمله إلى أن يتلقى المفتاح الجديد.
confirm-regenerate-text-sandbox = مفتاح تجريبي، لا أموال حقيقية: { $prefix }…، { $used }. بمجرد تجديده يتوقف كل ما يستعمله إلى أن يتلقى المفتاح الجديد.
confirm-regenerate-now = تجديد الآن
confirm-cancel = إلغاء

created-days-ago =
    { $n ->
        [zero] أُنشئ اليوم
        [one] أُنشئ قبل يوم
        [two] أُنشئ قبل يومين
        [few] أُنشئ قبل { $n } أيام
        [many] أُنشئ قبل { $n } يومًا
       *[other] أُنشئ قبل { $n } يوم
    }
changed-days-ago =
    { $n ->
        [zero] غُيِّر اليوم
        [one] غُيِّر قبل يوم
        [two] غُيِّر قبل يومين
        [few] غُيِّر قبل { $n } أيام
        [many] غُيِّر قبل { $n } يومًا
       *[other] غُيِّر قبل { $n } يوم
    }

used-just-now = استُعمل الآن
used-minutes-ago =
    { $n ->
        [zero] استُعمل قبل 0 دقيقة
        [one] استُعمل قبل دقيقة
        [two] استُعمل قبل دقيقتين
        [few] استُعمل قبل { $n } دقائق
        [many] استُعمل قبل { $n } دقيقة
       *[other] استُعمل قبل { $n } دقيقة
    }
used-hours-ago =
    { $n ->
        [zero] استُعمل قبل 0 ساعة
        [one] استُعمل قبل ساعة
        [two] استُعمل قبل ساعتين
        [few] استُعمل قبل { $n } ساعات
        [many] استُعمل قبل { $n } ساعة
       *[other] استُعمل قبل { $n } ساعة
    }
used-days-ago =
    { $n ->
        [zero] استُعمل قبل 0 يوم
        [one] استُعمل قبل يوم
        [two] استُعمل قبل يومين
        [few] استُعمل قبل { $n } أيام
        [many] استُعمل قبل { $n } يومًا
       *[other] استُعمل قبل { $n } يوم
    }
used-on = استُعمل في { $date }
used-never = لم يُستعمل بعد
used-unknown = آخر استعمال غير معروف

confirm-regenerate-untraceable = إذا انقطع الاتصال أثناء ذلك فلن يتمكّن مفتاح من معرفة هل جُدّد المفتاح: لا يعرض DHMAD بدايته، وقيمته غير محفوظة على هذا الحاسوب.

# الخيار الذي لا يوقف شيئًا: يفتح صفحة التبديل الآمن.
confirm-rotate = تبديل آمن

confirm-leaked-title = إيقاف «{ $name }» فورًا؟
confirm-leaked-text = يتوقف المفتاح القديم حالًا فلا يسيء أحد استعماله. ثم يريك مفتاح أين تضع الجديد.
confirm-leaked-now = أوقفه وانسخ الجديد

confirm-off-title = إيقاف «{ $name }»؟
confirm-off-text = مفتاح حقيقي، { $used }. يتوقف الآن كل ما يستعمله. يمكنك تشغيله متى شئت.
confirm-off-text-sandbox = مفتاح تجريبي، { $used }. يتوقف الآن كل ما يستعمله. يمكنك تشغيله متى شئت.
confirm-off-early = كان مفتاح سينتظر أكثر: لم يتبيّن له بعد أن المفتاح الجديد مستعمل وأن القديم ساكن منذ مدة كافية.
confirm-off-now = إيقاف
confirm-off-last = هذا آخر مفتاح حقيقي مشغّل لديك. جهّز غيره أولًا، وإلا فلن يصل شيء إلى DHMAD.
confirm-off-last-sandbox = هذا آخر مفتاح تجريبي مشغّل لديك.
confirm-which = المفتاح { $prefix }…

confirm-delete-title = حذف «{ $name }» نهائيًا؟
confirm-delete-text =
    { $n ->
        [zero] أُوقف اليوم ولم يُستعمل بعدها. لا رجعة في الحذف.
        [one] موقوف منذ يوم ولم يُستعمل بعدها. لا رجعة في الحذف.
        [two] موقوف منذ يومين ولم يُستعمل بعدها. لا رجعة في الحذف.
        [few] موقوف منذ { $n } أيام ولم يُستعمل بعدها. لا رجعة في الحذف.
        [many] موقوف منذ { $n } يومًا ولم يُستعمل بعدها. لا رجعة في الحذف.
       *[other] موقوف منذ { $n } يوم ولم يُستعمل بعدها. لا رجعة في الحذف.
    }
confirm-delete-text-used =
    { $n ->
        [zero] أُوقف اليوم، { $used }. لا رجعة في الحذف.
        [one] موقوف منذ يوم، { $used }. لا رجعة في الحذف.
        [two] موقوف منذ يومين، { $used }. لا رجعة في الحذف.
        [few] موقوف منذ { $n } أيام، { $used }. لا رجعة في الحذف.
        [many] موقوف منذ { $n } يومًا، { $used }. لا رجعة في الحذف.
       *[other] موقوف منذ { $n } يوم، { $used }. لا رجعة في الحذف.
    }
confirm-delete-early = كان مفتاح سينتظر حتى تمرّ 7 أيام على إيقافه: إلى ذلك الحين يمكنك تشغيله من جديد إن احتاجه شيء.
confirm-delete-now = حذف
confirm-delete-last = ليس لديك غيره مفتاح حقيقي مشغّل. أنشئ مفتاحًا آخر أولًا، وإلا فلن يصل شيء إلى DHMAD.
confirm-delete-last-sandbox = ليس لديك غيره مفتاح تجريبي مشغّل.
# The choice that stops nothing: it opens the form for a new key.
confirm-make-another = أنشئ مفتاحًا آخر أولًا

confirm-forget-title = أتريد نسيان «{ $name }» على هذا الحاسوب؟
confirm-forget-text = تُحذف قيمته وأماكنه وملاحظاته من هذا الحاسوب، ولا رجعة في ذلك. تابع إن كنت قد حذفته على البوابة.
confirm-forget-now = نسيان

# The app cannot start.
start-failed-title = تعذّر تشغيل مفتاح
start-failed-full = القرص ممتلئ. أفرغ بعض المساحة ثم شغّل مفتاح من جديد. مفاتيحك آمنة في سلسلة المفاتيح.
start-failed-newer = استعملت نسخة أحدث من مفتاح بيانات هذا الحاسوب. ثبّت تلك النسخة من جديد. لم يتغير شيء.
start-failed-denied = تعذّرت قراءة مجلد بيانات مفتاح أو الكتابة فيه. اطلب ممن يعتني بهذا الحاسوب أن يفحصه. مفاتيحك آمنة في سلسلة المفاتيح.
start-failed-in-use = مفتاح يعمل بالفعل ولم تظهر نافذته. أغلق النسخة الأخرى، أو اخرج من جلسة الحاسوب وادخل من جديد. مفاتيحك آمنة في سلسلة المفاتيح.
start-failed-close = إغلاق

# Switching off for a while.
confirm-off-for-title = إيقاف «{ $name }» لبعض الوقت؟
confirm-off-for-text = يتوقف الآن كل ما يستعمله. يعود إلى العمل في { $time } ما دام هذا الحاسوب مستيقظًا، وإلا فور استيقاظه.

# Notifications: a title of up to 40 characters, a text of up to 110. $name may be notify-a-live-key.
notify-a-live-key = مفتاح حقيقي
notify-a-sandbox-key = مفتاح تجريبي
notify-digest-title =
    { $n ->
        [zero] لا مفتاح يحتاج انتباهك
        [one] مفتاح واحد يحتاج انتباهك
        [two] مفتاحان يحتاجان انتباهك
        [few] { $n } مفاتيح تحتاج انتباهك
        [many] { $n } مفتاحًا يحتاج انتباهك
       *[other] { $n } مفتاح يحتاج انتباهك
    }
notify-line = { $name }: { $what }.
notify-more =
    { $n ->
        [one] وواحد آخر.
        [two] واثنان آخران.
       *[other] و{ $n } أخرى.
    }
notify-never-used =
    { $n ->
        [zero] لم يُستعمل قط
        [one] أُنشئ قبل يوم ولم يُستعمل قط
        [two] أُنشئ قبل يومين ولم يُستعمل قط
        [few] أُنشئ قبل { $n } أيام ولم يُستعمل قط
        [many] أُنشئ قبل { $n } يومًا ولم يُستعمل قط
       *[other] أُنشئ قبل { $n } يوم ولم يُستعمل قط
    }
notify-unused =
    { $n ->
        [zero] لا طلب منذ يوم
        [one] لا طلب منذ يوم
        [two] لا طلب منذ يومين
        [few] لا طلب منذ { $n } أيام
        [many] لا طلب منذ { $n } يومًا
       *[other] لا طلب منذ { $n } يوم
    }
notify-stale =
    { $n ->
        [zero] لم يُغيَّر منذ يوم
        [one] لم يُغيَّر منذ يوم
        [two] لم يُغيَّر منذ يومين
        [few] لم يُغيَّر منذ { $n } أيام
        [many] لم يُغيَّر منذ { $n } يومًا
       *[other] لم يُغيَّر منذ { $n } يوم
    }
notify-expires =
    { $n ->
        [0] ينتهي خلال يوم
        [one] ينتهي بعد يوم
        [two] ينتهي بعد يومين
        [few] ينتهي بعد { $n } أيام
        [many] ينتهي بعد { $n } يومًا
       *[other] ينتهي بعد { $n } يوم
    }
notify-expired = انتهى ولم يعد يعمل
notify-used-though-off = موقوف، ومع ذلك استُعمل
notify-used-again =
    { $n ->
        [zero] استُعمل من جديد بعد صمت
        [one] استُعمل من جديد بعد يوم من الصمت
        [two] استُعمل من جديد بعد يومين من الصمت
        [few] استُعمل من جديد بعد { $n } أيام من الصمت
        [many] استُعمل من جديد بعد { $n } يومًا من الصمت
       *[other] استُعمل من جديد بعد { $n } يوم من الصمت
    }
notify-replaced = جُدّد في مكان آخر، والقيمة المحفوظة هنا قديمة
notify-rotation-install = مفتاحه الجديد ينتظر وضعه في مكانه
notify-rotation-rare-use = تبديله ينتظر جوابك
notify-rotation-switch-off = المفتاح القديم ساكن، هل توقفه؟
notify-rotation-delete = يمكن حذف المفتاح القديم
notify-rotation-orphan = أُنشئ مفتاح ثانٍ وضاعت قيمته
notify-urgent-title = مفتاح سيتوقف قريبًا
notify-urgent-text = ينتهي { $name } { $when }. بدّله لتجنّب التوقف.
notify-at-today = اليوم في الساعة { $time }
notify-at-tomorrow = غدًا في الساعة { $time }
notify-open = فتح
notify-tomorrow = غدًا
notify-rotate = تبديل
notify-test-title = هذا اختبار
notify-test-text = التذكيرات تصلك.
notify-on-again-title = عاد إلى العمل
notify-on-again-text = يعمل { $name } من جديد منذ { $time }.
notify-still-off-title = مفتاح ما زال موقوفًا
notify-still-off-text = كان يجب أن يعود { $name } في { $time }. يواصل مفتاح المحاولة.
notify-not-back-title = لم يُشغَّل مفتاح
notify-not-back-text = تغيّر { $name } أو حُذف في هذه الأثناء، فتركه مفتاح كما هو.
notify-stays-title = مفتاح يواصل العمل
notify-stays-text-tray = يبقى في شريط النظام ويذكّرك، ومنه يُغلق.
notify-stays-text = لا شريط نظام في سطح المكتب هذا. شغّل مفتاح من جديد لترى نافذته.

tray-state =
    { $n ->
        [0] كل المفاتيح سليمة
        [one] مفتاح واحد يحتاج انتباهك
        [two] مفتاحان يحتاجان انتباهك
        [few] { $n } مفاتيح تحتاج انتباهك
        [many] { $n } مفتاحًا يحتاج انتباهك
       *[other] { $n } مفتاح يحتاج انتباهك
    }
tray-old = لم يُفحص منذ { $day }
tray-never = لم يُفحص بعد
tray-signed-out = لم يسجّل أحد الدخول
tray-copy = نسخ { $name }
tray-clear = مسح الحافظة ({ $n } ث)
tray-check = افحص الآن
tray-open = فتح مفتاح
tray-quit = إنهاء
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
awake-reason = مفتاح سيعود إلى العمل
