# كلمات النافذتين. ما يرسمه النظام موجود في native.ftl.

## النافذة
nav-label = الصفحات
nav-keys = المفاتيح
nav-settings = الإعدادات
known-keys = المفاتيح المعروفة لدى مفتاح
window-keys = المفاتيح - مفتاح
window-settings = الإعدادات - مفتاح
window-sign-in = الدخول - مفتاح
status-label = الحالة
demo-mark = بيانات تجريبية
working = جارٍ العمل
close = إغلاق
cancel = إلغاء
done = تم
try-again = حاول من جديد
open-portal = افتح البوابة
not-now = ليس الآن

## البيئة
env-live = حقيقي
env-sandbox = تجريبي

## التواريخ
when-now = الآن
when-minutes =
    { $n ->
        [zero] قبل 0 دقيقة
        [one] قبل دقيقة
        [two] قبل دقيقتين
        [few] قبل { $n } دقائق
        [many] قبل { $n } دقيقة
       *[other] قبل { $n } دقيقة
    }
when-yesterday = أمس
when-never = لم يُستعمل بعد
when-unknown = غير معروف
when-day-time = { $day } { $time }
last-used = آخر استعمال
last-used-at = آخر استعمال: { $when }
last-used-never = لم يُستعمل بعد
last-used-unknown = آخر استعمال غير معروف

## القائمة
keys-title = المفاتيح
search-label = ابحث عن مفتاح
search-placeholder = ابحث عن مفتاح
search-clear = امسح البحث
filter-label = تصفية
filter-all = الكل
filter-attention = تحتاج انتباهك
filter-live = حقيقي
filter-sandbox = تجريبي
filter-unused = غير مستعمل
filter-off = موقوف
keys-found =
    { $n ->
        [zero] لم يوجد أي مفتاح.
        [one] وُجد مفتاح واحد.
        [two] وُجد مفتاحان.
        [few] وُجدت { $n } مفاتيح.
        [many] وُجد { $n } مفتاحًا.
       *[other] وُجد { $n } مفتاح.
    }
none-found-title = لا مفتاح يطابق
none-found-text = لا شيء في قائمتك يوافق هذا البحث وهذه التصفية.
show-all = عرض كل المفاتيح
group-urgent = تصرّف الآن
group-attention = تحتاج انتباهك
group-attention-then = احتاجت انتباهك يوم { $day }
group-rest = بقية المفاتيح
row-name = { $name }، { $env }، { $reason }، { $used }
row-more = المزيد عن { $name }
regenerate-and-copy = تجديد ونسخ
regenerate-and-copy-asks = تجديد ونسخ…
regenerate-hint-asks = يسأل أولا في نافذة من النظام.
regenerate-hint-counts = يعدّ 3 ثوانٍ ويمكنك الإلغاء.
regenerate-on-portal = تجديد على البوابة
regenerate-on-portal-hint = يعرض الخطوات. لا يتغيّر شيء قبل أن تفعل ذلك على البوابة.
blocked-no-answer = لا يمكن تغيير شيء إلى أن يجيب DHMAD.
blocked-session = ادخل من جديد أولا.
blocked-keychain = يجب فتح سلسلة المفاتيح أولا.
blocked-no-keychain = ليس في هذا الحاسوب سلسلة مفاتيح يُحفظ فيها مفتاح جديد.
copy-again = نسخ مرة أخرى
copy-not-held = ليس هذا المفتاح عند التطبيق. جدّده لتحصل على نسخة.
copy-not-held-guided = ليس هذا المفتاح عند التطبيق. خذه من الحافظة أولا.
rename = تغيير الاسم…
check-again = تحقّق من جديد
copied-spoken =
    { $n ->
        [zero] تم النسخ. { $name }، { $env }. تُمسح الحافظة بعد 0 ثانية.
        [one] تم النسخ. { $name }، { $env }. تُمسح الحافظة بعد ثانية.
        [two] تم النسخ. { $name }، { $env }. تُمسح الحافظة بعد ثانيتين.
        [few] تم النسخ. { $name }، { $env }. تُمسح الحافظة بعد { $n } ثوانٍ.
        [many] تم النسخ. { $name }، { $env }. تُمسح الحافظة بعد { $n } ثانية.
       *[other] تم النسخ. { $name }، { $env }. تُمسح الحافظة بعد { $n } ثانية.
    }

## لماذا يحتاج مفتاح إلى انتباه
why-never-used =
    { $n ->
        [zero] لم يُستعمل طوال 0 يوم
        [one] لم يُستعمل طوال يوم
        [two] لم يُستعمل طوال يومين
        [few] لم يُستعمل طوال { $n } أيام
        [many] لم يُستعمل طوال { $n } يومًا
       *[other] لم يُستعمل طوال { $n } يوم
    }
why-never-used-then =
    { $n ->
        [zero] لم يكن قد استُعمل طوال 0 يوم
        [one] لم يكن قد استُعمل طوال يوم
        [two] لم يكن قد استُعمل طوال يومين
        [few] لم يكن قد استُعمل طوال { $n } أيام
        [many] لم يكن قد استُعمل طوال { $n } يومًا
       *[other] لم يكن قد استُعمل طوال { $n } يوم
    }
why-unused =
    { $n ->
        [zero] لا طلب منذ 0 يوم
        [one] لا طلب منذ يوم
        [two] لا طلب منذ يومين
        [few] لا طلب منذ { $n } أيام
        [many] لا طلب منذ { $n } يومًا
       *[other] لا طلب منذ { $n } يوم
    }
why-unused-then =
    { $n ->
        [zero] لا طلب حينها منذ 0 يوم
        [one] لا طلب حينها منذ يوم
        [two] لا طلب حينها منذ يومين
        [few] لا طلب حينها منذ { $n } أيام
        [many] لا طلب حينها منذ { $n } يومًا
       *[other] لا طلب حينها منذ { $n } يوم
    }
why-stale-changed =
    { $n ->
        [zero] لم يُغيَّر منذ 0 يوم
        [one] لم يُغيَّر منذ يوم
        [two] لم يُغيَّر منذ يومين
        [few] لم يُغيَّر منذ { $n } أيام
        [many] لم يُغيَّر منذ { $n } يومًا
       *[other] لم يُغيَّر منذ { $n } يوم
    }
why-stale-changed-then =
    { $n ->
        [zero] لم يكن قد غُيِّر منذ 0 يوم
        [one] لم يكن قد غُيِّر منذ يوم
        [two] لم يكن قد غُيِّر منذ يومين
        [few] لم يكن قد غُيِّر منذ { $n } أيام
        [many] لم يكن قد غُيِّر منذ { $n } يومًا
       *[other] لم يكن قد غُيِّر منذ { $n } يوم
    }
why-stale-created =
    { $n ->
        [zero] عمره 0 يوم، ولا تغيير معروف
        [one] عمره يوم، ولا تغيير معروف
        [two] عمره يومين، ولا تغيير معروف
        [few] عمره { $n } أيام، ولا تغيير معروف
        [many] عمره { $n } يومًا، ولا تغيير معروف
       *[other] عمره { $n } يوم، ولا تغيير معروف
    }
why-stale-created-then =
    { $n ->
        [zero] كان عمره 0 يوم، ولا تغيير معروف
        [one] كان عمره يوم، ولا تغيير معروف
        [two] كان عمره يومين، ولا تغيير معروف
        [few] كان عمره { $n } أيام، ولا تغيير معروف
        [many] كان عمره { $n } يومًا، ولا تغيير معروف
       *[other] كان عمره { $n } يوم، ولا تغيير معروف
    }
why-expires =
    { $n ->
        [zero] ينتهي اليوم
        [one] ينتهي بعد يوم
        [two] ينتهي بعد يومين
        [few] ينتهي بعد { $n } أيام
        [many] ينتهي بعد { $n } يومًا
       *[other] ينتهي بعد { $n } يوم
    }
why-expires-then = ينتهي في { $date }
why-expired = انتهى في { $date }
why-replaced = غُيِّر في مكان آخر في { $date }
why-used-off = موقوف، واستُعمل { $when }
age-days =
    { $n ->
        [zero] جديد اليوم
        [one] عمره يوم
        [two] عمره يومان
        [few] عمره { $n } أيام
        [many] عمره { $n } يومًا
       *[other] عمره { $n } يوم
    }
age-unknown = عمره غير معروف
why-off = موقوف، { $reason }
switched-off = موقوف
not-tested = محفوظ ولم يُجرَّب

## شريط الحالة
checked = آخر تحقّق { $when }
checked-never = لم يُتحقّق بعد
not-checked-since = لا تحقّق منذ { $when }
checking-keys = سؤال DHMAD عن مفاتيحك
no-connection = لا اتصال
kept-in = المفاتيح محفوظة في { $place }
keychain-generic = سلسلة المفاتيح في هذا الحاسوب
keychain-locked = سلسلة المفاتيح مقفلة
keychain-missing = لا سلسلة مفاتيح
in-clipboard =
    { $n ->
        [zero] { $name } في الحافظة لمدة 0 ثانية
        [one] { $name } في الحافظة لمدة ثانية
        [two] { $name } في الحافظة لمدة ثانيتين
        [few] { $name } في الحافظة لمدة { $n } ثوانٍ
        [many] { $name } في الحافظة لمدة { $n } ثانية
       *[other] { $name } في الحافظة لمدة { $n } ثانية
    }
clear-now = امسح الآن
clipboard-five = بقيت 5 ثوانٍ.
clipboard-cleared = مُسحت الحافظة.
hint-regenerate = تجديد ونسخ
hint-copy = نسخ مرة أخرى
hint-steps = تجديد على البوابة
key-ctrl = Ctrl
key-shift = Shift
key-esc = Esc

## فارغ
empty-title = لا مفاتيح بعد
empty-text = المفتاح يسمح لتطبيق واحد بأن يخاطب DHMAD. أنشئ الأول على البوابة فيظهر هنا.
empty-guided-title = ابدأ بمفتاح عندك
empty-guided-text = انسخ مفتاحًا من البوابة أو من حيث يحفظه تطبيقك، ثم خذه هنا. يحفظه مفتاح في { $place } ولا يعرضه أبدًا.

## لافتات
banner-locked-title = سلسلة المفاتيح مقفلة
banner-locked-text = يمكن عرض المفاتيح، لكن لا يمكن إصدارها أو نسخها قبل فتح السلسلة.
banner-locked-waiting-title = في انتظار سلسلة المفاتيح
banner-locked-waiting-text = نافذة من النظام تطلب كلمة سرّها. اكتبها هناك.
unlock = افتح
banner-unavailable-title = ليس في هذا الحاسوب سلسلة مفاتيح
banner-unavailable-text = يمكن عرض المفاتيح، لكن لا مكان آمنًا لحفظ مفتاح جديد فلا يُصدر أي مفتاح. شغّل سلسلة مفاتيح مثل GNOME Keyring أو KWallet ثم شغّل مفتاح من جديد.
banner-clipboard-title = تعذّر مسح الحافظة
banner-clipboard-text = سطح المكتب هذا لا يسمح بذلك إلا للنافذة الأمامية. انقر هنا فتُمسح حالا.
banner-guided-title = هذه هي المفاتيح المعروفة لدى مفتاح
banner-guided-chosen = اخترت البدء بالمفاتيح التي لديك. قد توجد أخرى على البوابة.
banner-guided-not-offered = هذا الحساب لا يسمح للتطبيقات بعرض كل المفاتيح. قد توجد أخرى على البوابة.
banner-clock-ahead = ساعة هذا الحاسوب متقدمة بـ { $span }
banner-clock-behind = ساعة هذا الحاسوب متأخرة بـ { $span }
banner-clock-text = الأعمار وآخر الاستعمالات أدناه بحسب ساعة DHMAD. اضبط وقت هذا الحاسوب ثم حاول من جديد.
banner-unreadable-title =
    { $n ->
        [zero] لا عنصر تعذّرت قراءته
        [one] تعذّرت قراءة عنصر واحد
        [two] تعذّرت قراءة عنصرين
        [few] تعذّرت قراءة { $n } عناصر
        [many] تعذّرت قراءة { $n } عنصرًا
       *[other] تعذّرت قراءة { $n } عنصر
    }
banner-unreadable-text = أرسل DHMAD شيئًا لا تعرفه هذه النسخة من مفتاح. المفاتيح أدناه كاملة، والبوابة تعرض الباقي.
banner-stale-title = لا تحقّق منذ { $when }
banner-stale-text = أدناه ما كان صحيحًا حينها: لا يُعدّ شيء هنا تنبيهًا إلى أن يجيب DHMAD من جديد.
banner-shown-then = أدناه ما كان صحيحًا عند آخر تحقّق.
banner-wait =
    { $n ->
        [zero] حاول من جديد بعد 0 ثانية.
        [one] حاول من جديد بعد ثانية.
        [two] حاول من جديد بعد ثانيتين.
        [few] حاول من جديد بعد { $n } ثوانٍ.
        [many] حاول من جديد بعد { $n } ثانية.
       *[other] حاول من جديد بعد { $n } ثانية.
    }
sign-in-again = ادخل من جديد

## السطر المفتوح
preparing-title = تحضير
preparing-text = يسأل مفتاح DHMAD عن حال المفتاح ويتأكد من إمكان حفظ الجديد. لم يُرسل شيء بعد.
countdown-title =
    { $n ->
        [zero] التجديد بعد 0 ثانية
        [one] التجديد بعد ثانية
        [two] التجديد بعد ثانيتين
        [few] التجديد بعد { $n } ثوانٍ
        [many] التجديد بعد { $n } ثانية
       *[other] التجديد بعد { $n } ثانية
    }
countdown-text = سيصدر DHMAD مفتاحًا جديدًا ويتوقف هذا حالا. يذهب الجديد مباشرة إلى الحافظة.
countdown-spoken =
    { $n ->
        [zero] تجديد { $name } بعد 0 ثانية. اضغط Esc للإلغاء.
        [one] تجديد { $name } بعد ثانية. اضغط Esc للإلغاء.
        [two] تجديد { $name } بعد ثانيتين. اضغط Esc للإلغاء.
        [few] تجديد { $name } بعد { $n } ثوانٍ. اضغط Esc للإلغاء.
        [many] تجديد { $name } بعد { $n } ثانية. اضغط Esc للإلغاء.
       *[other] تجديد { $name } بعد { $n } ثانية. اضغط Esc للإلغاء.
    }
asking-title = أجب في النافذة الأخرى
asking-text = يسأل النظام هل يُجدَّد هذا المفتاح. لم يُرسل شيء بعد.
asking-spoken = نافذة من النظام تسأل هل يُجدَّد { $name }.
sending-title = طلب مفتاح جديد من DHMAD
sending-text = يستغرق ذلك بضع ثوانٍ. يذهب المفتاح الجديد مباشرة إلى الحافظة.
new-since = جديد منذ { $time }
copied-title = تم النسخ. الصقه الآن.
copied-clears =
    { $n ->
        [zero] تُمسح الحافظة بعد 0 ثانية
        [one] تُمسح الحافظة بعد ثانية
        [two] تُمسح الحافظة بعد ثانيتين
        [few] تُمسح الحافظة بعد { $n } ثوانٍ
        [many] تُمسح الحافظة بعد { $n } ثانية
       *[other] تُمسح الحافظة بعد { $n } ثانية
    }
copied-cleared-title = الحافظة فارغة
copied-cleared-kept = يمكنك نسخ المفتاح الجديد متى شئت.
copied-cleared-lost = جدّد المفتاح إن لم تلصقه.
copied-not-title = المفتاح الجديد ليس في الحافظة
copied-not-text = لم يقبله سطح المكتب هذا. المفتاح محفوظ: انسخه مرة أخرى.
copied-not-text-lost = لم يقبله سطح المكتب هذا ولم يمكن حفظه. أصدر غيره حين تعمل الحافظة.
copied-done-spoken =
    { $n ->
        [zero] تم النسخ. المفتاح الجديد لـ { $name }، { $env }. تُمسح الحافظة بعد 0 ثانية. توقّف المفتاح القديم في الساعة { $time }.
        [one] تم النسخ. المفتاح الجديد لـ { $name }، { $env }. تُمسح الحافظة بعد ثانية. توقّف المفتاح القديم في الساعة { $time }.
        [two] تم النسخ. المفتاح الجديد لـ { $name }، { $env }. تُمسح الحافظة بعد ثانيتين. توقّف المفتاح القديم في الساعة { $time }.
        [few] تم النسخ. المفتاح الجديد لـ { $name }، { $env }. تُمسح الحافظة بعد { $n } ثوانٍ. توقّف المفتاح القديم في الساعة { $time }.
        [many] تم النسخ. المفتاح الجديد لـ { $name }، { $env }. تُمسح الحافظة بعد { $n } ثانية. توقّف المفتاح القديم في الساعة { $time }.
       *[other] تم النسخ. المفتاح الجديد لـ { $name }، { $env }. تُمسح الحافظة بعد { $n } ثانية. توقّف المفتاح القديم في الساعة { $time }.
    }
not-copied-done-spoken = المفتاح الجديد لـ { $name }، { $env }. ليس في الحافظة. توقّف المفتاح القديم في الساعة { $time }.
more-seconds = +30 s
more-seconds-label = 30 ثانية إضافية
proof-checking = سؤال DHMAD هل يعمل المفتاح الجديد
proof-works = المفتاح الجديد يعمل: أجاب DHMAD في الساعة { $time }
proof-refused = لا يقبل DHMAD المفتاح الجديد بعد. قد يستغرق ذلك دقيقة.
proof-untested-inactive = محفوظ ولم يُجرَّب: المفتاح موقوف
proof-untested-expired = محفوظ ولم يُجرَّب: انتهت مدة المفتاح
proof-untested-offline = محفوظ ولم يُجرَّب: هذا الحاسوب بلا اتصال
proof-untested-rate-limited = محفوظ ولم يُجرَّب: طلب DHMAD التمهّل
proof-untested-no-answer = محفوظ ولم يُجرَّب: لم يُجب DHMAD
proof-old = توقّف المفتاح القديم في الساعة { $time }
proof-kept = محفوظ في { $place }، ويمكنك نسخه مرة أخرى
proof-not-kept = لم يُحفظ في { $place }: الصقه الآن، فلا يمكن نسخه مرة أخرى
cancelled-title = أُلغي. لم يُرسل شيء.
cancelled-person = يعمل المفتاح كما كان.
cancelled-declined = أبقيت المفتاح كما هو. يعمل كما كان.
cancelled-window-hidden = أُخفيت النافذة قبل نهاية العدّ. يعمل المفتاح كما كان.
cancelled-page-gone = توقفت النافذة عن الإجابة قبل نهاية العدّ. يعمل المفتاح كما كان.
cancelled-suspended = نام الحاسوب قبل نهاية العدّ. يعمل المفتاح كما كان.
cancelled-session-locked = أُقفلت الشاشة قبل نهاية العدّ. يعمل المفتاح كما كان.
failed-no-title = لم يحدث للمفتاح شيء
issue-again = إصدار جديد ونسخ
reference = للدعم: { $id }

## خطوة بخطوة
take-key = خذ مفتاحًا من الحافظة
take-first-key = خذ المفتاح من الحافظة
taken-works-title = حُفظ. أجاب DHMAD: هذا المفتاح يعمل
taken-works-text = يحفظه مفتاح في { $place } ولا يعرضه أبدًا.
taken-untested-title = حُفظ ولم يُجرَّب بعد
taken-untested-offline = هذا الحاسوب بلا اتصال. تحقّق من جديد حين يعود.
taken-untested-rate-limited = طلب DHMAD التمهّل. تحقّق من جديد بعد دقيقة.
taken-untested-no-answer = لم يُجب DHMAD. تحقّق من جديد لاحقًا.
taken-account = الحساب
taken-name = اسمه عندك
taken-name-hint = مفتاح وحده يستعمل هذا الاسم. البوابة تُبقي اسمها.
taken-save = احفظ الاسم
taken-saved = حُفظ الاسم
name-invalid = الاسم من حرف واحد إلى 100 حرف.
question-account-title = هذا المفتاح لحساب آخر
question-account-text = يقول DHMAD إنه مفتاح { $company }. مفاتيح قائمتك لحساب آخر. لم يتغيّر شيء.
question-account-unknown = مفاتيح قائمتك لحساب آخر. لم يتغيّر شيء.
question-key-title = هذا ليس المفتاح الذي كنت تبدّله
question-key-text = يعرف DHMAD المفتاح الذي في الحافظة باسم { $name }. استعمله فقط إن كنت تقصده. لم يتغيّر شيء.
question-key-unknown = المفتاح الذي في الحافظة مفتاح آخر. استعمله فقط إن كنت تقصده. لم يتغيّر شيء.
keep-what-i-have = أبقِ ما عندي
use-this-key = استعمل هذا المفتاح
walk-title = التجديد على البوابة في ثلاث خطوات
walk-open = افتح صفحة البوابة
walk-open-text = تُفتح في متصفحك.
walk-regenerate = جدّد { $name } هناك وانسخ المفتاح الجديد
walk-regenerate-text = يتوقف المفتاح القديم في تلك اللحظة. ثم عد إلى هذه النافذة.
walk-take = خذ المفتاح الجديد
walk-take-text = يقرأ مفتاح الحافظة مرة واحدة ويحفظ المفتاح.
rename-title = اسم المفتاح
rename-save = احفظ
taken-spoken = حُفظ المفتاح.

## الإعدادات
settings-language = اللغة
settings-theme = المظهر
theme-system = مثل النظام
theme-light = فاتح
theme-dark = داكن
settings-place = أين تُحفظ المفاتيح
settings-place-ready = مفتوحة. تبقى المفاتيح على هذا الحاسوب في سلسلة مفاتيح النظام.
settings-place-locked = مقفلة. افتحها لإصدار المفاتيح أو نسخها.
settings-place-unavailable = غير متاحة. لا يمكن إصدار مفتاح أو نسخه.
settings-place-checking = ينظر مفتاح في حالها.
settings-account = الحساب
settings-account-guided = لم تدخل إلى حساب. يعمل مفتاح بالمفاتيح التي يعرفها.
sign-out = خروج…
go-to-sign-in = إلى صفحة الدخول…
sign-out-title = الخروج من DHMAD؟
sign-out-guided-title = الذهاب إلى صفحة الدخول؟
sign-out-text = ينسى مفتاح الدخول. تبقى مفاتيحك تعمل.
sign-out-question =
    { $n ->
        [zero] هل تُزال المفاتيح أيضًا من هذا الحاسوب؟
        [one] هل يُزال المفتاح أيضًا من هذا الحاسوب؟
        [two] هل يُزال المفتاحان أيضًا من هذا الحاسوب؟
        [few] هل تُزال { $n } مفاتيح أيضًا من هذا الحاسوب؟
        [many] هل يُزال { $n } مفتاحًا أيضًا من هذا الحاسوب؟
       *[other] هل يُزال { $n } مفتاح أيضًا من هذا الحاسوب؟
    }
sign-out-keep = إبقاء
sign-out-keep-text = تبقى في سلسلة المفاتيح للمرة القادمة.
sign-out-remove = إزالة
sign-out-remove-text = لن يمكن نسخها من هنا. تبقى تعمل حيث تُستعمل.
sign-out-do = خروج
go-to-sign-in-do = إلى صفحة الدخول

## نافذة الدخول
brand-title = كل مفاتيح متجرك في يدك وبأمان
brand-text = بدّل مفاتيح DHMAD وانسخها. لا تظهر أبدًا على الشاشة.
language-label = اللغة
sign-in-title = الدخول إلى DHMAD
sign-in-text = بحساب بوابة المطوّرين.
sign-in-guided-title = ابدأ بالمفاتيح التي لديك
sign-in-asking = سؤال DHMAD عن طريقة الدخول
sign-in-not-offered = لا يقبل DHMAD كلمة سر من التطبيقات حاليًا. يمكنك البدء بالمفاتيح التي لديك أو استعمال رمز المطوّر.
sign-in-unknown = لم يتمكّن مفتاح من سؤال DHMAD هل تنفع كلمة السر هنا. الطرق الأخرى متاحة.
email = البريد الإلكتروني
password = كلمة السر
show-password = أظهر كلمة السر
hide-password = أخفِ كلمة السر
sign-in = دخول
signing-in = جارٍ الدخول
password-once = تُستعمل كلمة السر مرة واحدة ولا تُحفظ.
or = أو
email-missing = اكتب بريدك الإلكتروني.
password-missing = اكتب كلمة السر.
use-token = استعمال رمز المطوّر
use-token-text = انسخه من البوابة ثم عد إلى هنا
start-guided = البدء بالمفاتيح التي لديّ
start-guided-text = سجّلت بحساب Google، أو بلا كلمة سر؟ خطوة بخطوة
token-title =
    { $n ->
        [zero] إرسال ما في الحافظة إلى { $host }؟
        [one] إرسال حرف واحد من الحافظة إلى { $host }؟
        [two] إرسال حرفين من الحافظة إلى { $host }؟
        [few] إرسال { $n } أحرف من الحافظة إلى { $host }؟
        [many] إرسال { $n } حرفًا من الحافظة إلى { $host }؟
       *[other] إرسال { $n } حرف من الحافظة إلى { $host }؟
    }
token-text = يُفترض أن يكون رمز المطوّر الذي نسخته من البوابة. لا يذهب إلى أي مكان آخر.
token-send = أرسل وادخل

## الإخفاقات: ما حدث، ثم ما العمل
error-invalid-input = في هذه الاستمارة شيء غير صحيح.
error-invalid-input-do = راجع ما كتبت وحاول من جديد.
error-not-found = لم يعد هذا المفتاح في القائمة.
error-not-found-do = حمّل القائمة من جديد.
error-vault-unavailable = ليس في هذا الحاسوب سلسلة مفاتيح يستطيع التطبيق استعمالها.
error-vault-unavailable-do = شغّل سلسلة مفاتيح ثم شغّل مفتاح من جديد.
error-vault-locked = سلسلة المفاتيح مقفلة.
error-vault-locked-do = افتحها وحاول من جديد.
error-vault-denied = رفضت سلسلة المفاتيح.
error-vault-denied-do = اسمح لمفتاح في سلسلة المفاتيح ثم حاول من جديد.
error-vault-entry-missing = لم يعد هذا المفتاح في سلسلة المفاتيح.
error-vault-entry-missing-do = جدّده لتحصل على نسخة.
error-vault-other = حفظ مفتاح هذا المفتاح في سلسلة مفاتيح غير هذه.
error-vault-other-do = عد إلى سلسلة المفاتيح أو سطح المكتب الذي كنت تستعمله، أو جدّد المفتاح.
error-vault-corrupt = ما تحفظه السلسلة لهذا المفتاح لا يُقرأ.
error-vault-corrupt-do = جدّده لتحصل على نسخة.
error-vault-timeout = لم تُجب سلسلة المفاتيح.
error-vault-timeout-do = حاول من جديد. إن استمر ذلك فاخرج من جلسة الحاسوب وادخل إليها من جديد.
error-wrong-credentials = البريد أو كلمة السر غير صحيح.
error-wrong-credentials-do = اكتب كلمة السر من جديد.
error-session-expired = انتهى دخولك.
error-session-expired-do = ادخل من جديد. تبقى مفاتيحك.
error-unauthorized = لا يقبل DHMAD هذا الدخول.
error-unauthorized-do = ادخل من جديد. تبقى مفاتيحك.
error-forbidden = لا يحق لهذا الحساب فعل ذلك.
error-forbidden-do = اسأل صاحب الحساب.
error-remote-not-found = لا يجد DHMAD هذا المفتاح.
error-remote-not-found-do = حمّل القائمة من جديد أو انظر في البوابة.
error-rate-limited = يطلب DHMAD التمهّل.
error-rate-limited-do = انتظر دقيقة ثم حاول من جديد.
error-remote-failed = عند DHMAD مشكلة.
error-remote-failed-do = حاول من جديد بعد بضع دقائق.
error-remote-unexpected = أجاب DHMAD بشيء لا يعرفه مفتاح.
error-remote-unexpected-do = حاول لاحقًا أو انظر في البوابة.
error-not-offered = لا يسمح DHMAD للتطبيقات بفعل ذلك في حسابك.
error-not-offered-do = افعله على البوابة.
error-not-dhmad = أجاب شيء آخر بدل DHMAD.
error-not-dhmad-do = هي غالبًا صفحة دخول شبكة Wi-Fi. افتح متصفحًا وادخل إلى الشبكة ثم حاول من جديد.
error-offline = لا يصل هذا الحاسوب إلى DHMAD.
error-offline-do = تحقّق من الاتصال ثم حاول من جديد.
error-timeout = تأخّر DHMAD كثيرًا في الإجابة.
error-timeout-do = حاول من جديد.
error-tls-untrusted = الاتصال بـ DHMAD غير آمن هنا.
error-tls-untrusted-do = تحقّق من تاريخ هذا الحاسوب أو جرّب شبكة أخرى.
error-clipboard-unavailable = لا يمكن استعمال الحافظة الآن.
error-clipboard-unavailable-do = حاول من جديد وهذه النافذة في الأمام.
error-clipboard-empty = الحافظة فارغة.
error-clipboard-empty-do = انسخ المفتاح من البوابة ثم حاول من جديد.
error-clipboard-no-key = ليس في الحافظة مفتاح DHMAD.
error-clipboard-no-key-do = انسخ المفتاح كله، من sk_ إلى آخره، ثم حاول من جديد.
error-clipboard-no-token = ليس في الحافظة رمز مطوّر.
error-clipboard-no-token-do = انسخه من البوابة ثم عد إلى هنا.
error-replaced-elsewhere = جُدّد هذا المفتاح في مكان آخر.
error-replaced-elsewhere-do = النسخة المحفوظة هنا قديمة فلم تُنسخ.
error-key-refused = لا يقبل DHMAD هذا المفتاح.
error-key-refused-do = قد يكون موقوفًا أو مجدّدًا أو محذوفًا أو منتهيًا. انظر في البوابة.
error-rotation-busy = يجري تجديد مفتاح آخر.
error-rotation-busy-do = أنهِ ذلك أولا.
error-rotation-outcome-unknown = لا يعرف التطبيق بعد هل تغيّر المفتاح.
error-rotation-outcome-unknown-do = حمّل القائمة من جديد بعد دقيقة.
error-new-key-unreadable = ليس في جواب DHMAD مفتاح يستطيع التطبيق قراءته.
error-new-key-unreadable-do = أصدر مفتاحًا آخر أو انظر في البوابة.
error-storage-full = قرص هذا الحاسوب ممتلئ.
error-storage-full-do = أفرغ بعض المساحة ثم حاول من جديد.
error-storage-denied = لا يحق لمفتاح الكتابة في مجلده.
error-storage-denied-do = تحقّق من صاحب المجلد ثم حاول من جديد.
error-data-from-newer-version = البيانات هنا من نسخة أحدث من مفتاح.
error-data-from-newer-version-do = ثبّت النسخة الأحدث.
error-internal = حدث خطأ داخل مفتاح.
error-internal-do = حاول من جديد. إن استمر ذلك فشغّل مفتاح من جديد.

## Operations that are not over, places, safe rotations
nav-rotations = التبديل الآمن
window-rotations = التبديل الآمن - مفتاح
copy-now = انسخ الآن
try-now = حاول الآن
list-comma = {"، "}
see-trouble = انظر ما حدث
see-rotation = انظر التبديل
rotate-safely = تبديل آمن
places = الأماكن…
leaked = تسرّب هذا المفتاح…
why-resolving = جارٍ معرفة ما حدث
why-unchanged = لم يُجدَّد: إنه يعمل
why-lost = لا يعمل منذ { $time }
why-lost-used = المفتاح الجديد مستعمل في مكان آخر
why-replaced-since = جُدّد في مكان آخر بعدها
why-sealed = المفتاح الجديد مختوم، وليس في سلسلة المفاتيح بعد
why-rotating = جارٍ تبديله
why-successor = يحلّ محلّ مفتاح آخر
why-places =
    { $n ->
        [zero] كل الأماكن لديها المفتاح الجديد
        [one] مكان واحد ما زال يحتاج المفتاح الجديد
        [two] مكانان ما زالا يحتاجان المفتاح الجديد
        [few] { $n } أماكن ما زالت تحتاج المفتاح الجديد
        [many] { $n } مكانًا ما زال يحتاج المفتاح الجديد
       *[other] { $n } مكان ما زال يحتاج المفتاح الجديد
    }
trouble-resolving-title = جارٍ معرفة هل تغيّر المفتاح
trouble-resolving-text = انقطع الاتصال أثناء طلب مفتاح جديد. يسأل مفتاح DHMAD هل ما زال القديم يعمل، ويقرأ القائمة من جديد. ولا يرسل الطلب مرتين من تلقاء نفسه أبدًا.
trouble-waiting-title = لا يعرف مفتاح بعدُ هل تغيّر المفتاح
trouble-waiting-text = يعيد مفتاح المحاولة من تلقاء نفسه، وعند التشغيل التالي.
trouble-unchanged-title = لم يُجدَّد شيء: المفتاح القديم يعمل
trouble-unchanged-text = أظهرت DHMAD المفتاح القديم في كل قراءة. يراقبه مفتاح عشر دقائق أخرى، فقد يصل الطلب متأخرًا.
trouble-stopped = متوقف:
lost-title = المفتاح القديم توقف، ولم يستلم مفتاح الجديد
lost-text = تُظهر DHMAD مفتاحًا جديدًا منذ { $time }، لكن الاتصال انقطع قبل وصوله إلى هنا، ولا أحد يستطيع قراءته من جديد. كل ما كان يستعمل القديم لا يعمل الآن.
lost-colleague = أصدره من جديد، إلا إذا جدّده زميل في { $time }: سيتوقف مفتاحه أيضًا. لا يفعل مفتاح ذلك من تلقاء نفسه أبدًا.
lost-used-title = هناك من يستعمل المفتاح الجديد
lost-used-text = تُظهر DHMAD مفتاحًا جديدًا، وقد استُعمل بعدها. لعلّه عند زميل: اطلبه منه ثم خذه هنا. إصدار مفتاح آخر سيوقف عمله.
replaced-title = جدّد أحدهم هذا المفتاح بعدها
replaced-text = المفتاح الجديد الذي وصل إلى هنا لم يعد هو الذي لدى DHMAD. اطلب الأحدث من زميلك.
why-in-memory = المفتاح الجديد في الذاكرة فقط: انسخه الآن
in-memory-title = مفتاحك الجديد في ذاكرة مفتاح فقط
in-memory-text = لم يأخذه قرص هذا الحاسوب ولا سلسلة المفاتيح. انسخه الآن وضعه في مكانه؛ إن أُغلق مفتاح ضاع. يواصل مفتاح عرضه على سلسلة المفاتيح.
looked-on-portal = أوقف البحث: تحققت على البوابة
in-place = وضعت المفتاح في مكانه بنفسي
sealed-title = مفتاحك الجديد محفوظ، مختوم على هذا الحاسوب
sealed-text = لم تأخذه سلسلة المفاتيح بعد. يعيد مفتاح المحاولة من تلقاء نفسه، ويمكنك الخروج في الأثناء.
sealed-no-copy = يجب أن تكون سلسلة المفاتيح مفتوحة لنسخه.
copy-answer = نسخ الجواب
colleague-has-it = المفتاح الجديد عند زميل
proof-sealed = مختوم على هذا الحاسوب إلى أن تأخذه { $place }. يمكنك الخروج بأمان.
proof-mismatch = أجابت DHMAD عن مفتاح آخر. تحقّق منه في البوابة قبل استعماله.
place-name = اسم المكان
place-name-example = أين، مثلا صندوق صفاقس
place-keeper = من المسؤول عنه
place-save = إضافة
place-empty = اكتب أين هو.
place-too-long = الاسم 80 حرفًا على الأكثر.
place-holds-key = هذا يشبه مفتاحًا. لا مكان للمفاتيح هنا.
place-change = تغيير { $name }
place-remove = إزالة { $name }
place-add = إضافة مكان
places-none = لم يُسجَّل أي مكان بعد.
places-needed = أين يجب أن يوضع
places-used = أين يُستعمل
places-title = أماكن { $name }
places-text = يعرضها مفتاح عند تغيّر المفتاح كي لا يُنسى أيّ منها.
span-days =
    { $n ->
        [zero] أقل من يوم
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
        [many] { $n } يومًا
       *[other] { $n } يوم
    }
span-hours = { $n } سا
span-minutes = { $n } د
today-at = اليوم { $time }
rotation-started = بدأ { $when }.
rotation-nothing-stopped = لم يتوقف شيء، فالمفتاحان يعملان.
rotation-old-off = المفتاح القديم موقوف، والجديد يعمل.
rotation-copy = نسخ المفتاح الجديد
rotation-started-spoken = أُنشئ المفتاح الثاني. المفتاحان يعملان.
rotation-creating = جارٍ إنشاء المفتاح الثاني
rotation-creating-text = سيكون إلى جانب القديم. لا يتوقف شيء.
rotation-resolving = جارٍ معرفة ما فعلته DHMAD
rotation-resolving-text = انقطع الاتصال في الأثناء. يقرأ مفتاح قائمة DHMAD ويخبرك هنا. لا يُرسل شيء مرتين.
rotation-waiting = لا يعرف مفتاح بعدُ ما فعلته DHMAD
rotation-unchanged = لم يُنشأ المفتاح الثاني، ولم يتغيّر شيء
rotation-unchanged-text = يراقب مفتاح عشر دقائق أخرى، فقد يصل الطلب متأخرًا.
rotation-orphan = أُنشئ مفتاح ثانٍ { $when } وضاعت قيمته
rotation-orphan-text = انقطع الاتصال قبل وصوله إلى هنا. المفتاح القديم يعمل كما كان. لا أحد يستطيع استعمال المفتاح الضائع: أوقفه ثم ابدأ من جديد.
rotation-stored = المفتاحان يعملان. ضع الجديد في مكانه.
rotation-stored-text = انسخه وألصقه حيث يوجد القديم، ثم علّم على الأماكن.
rotation-switching = جارٍ سؤال DHMAD
rotation-off = المفتاح القديم موقوف منذ { $when }
rotation-off-text = إن احتاجه شيء فشغّله من جديد. بعد 7 أيام سيقترح عليك مفتاح حذفه.
watch-seen = شوهد المفتاح الجديد { $when }، والقديم ساكن منذ { $quiet }
watch-not-seen = لم يُشاهد المفتاح الجديد مستعملا بعد، والقديم ساكن منذ { $quiet }
watch-ready = كل شيء يدل على استعمال المفتاح الجديد. يمكن إيقاف القديم.
watch-asks =
    { $n ->
        [zero] لم يراقب مفتاح القديم يومًا كاملا بعد، وقد يفوته استعمال نادر.
        [one] راقب مفتاح القديم يومًا واحدًا فقط، وقد يفوته استعمال نادر.
        [two] راقب مفتاح القديم يومين فقط، وقد يفوته استعمال نادر.
        [few] راقب مفتاح القديم { $n } أيام فقط، وقد يفوته استعمال نادر.
        [many] راقب مفتاح القديم { $n } يومًا فقط، وقد يفوته استعمال نادر.
       *[other] راقب مفتاح القديم { $n } يوم فقط، وقد يفوته استعمال نادر.
    }
watch-used-again = استُعمل المفتاح القديم من جديد { $when }
watch-used-again-text = ما زال القديم عند شيء ما. يبدأ انتظار { $wait } من جديد.
watch-needs-use = ينتظر مفتاح حتى يرى المفتاح الجديد مستعملا مرتين، أو يُعلَّم على كل الأماكن.
watch-ready-at = بعد { $wait } من السكون، { $when }، سيقترح عليك مفتاح إيقاف القديم.
rare-question = هل يستعمله شيء أقل من مرة في اليوم؟
rare-yes = نعم، انتظر 35 يومًا
rare-no = لا
orphan-off = أوقف المفتاح الضائع…
orphan-keep = اتركه
step-created = أُنشئ المفتاح الجديد
step-created-tested = أُنشئ المفتاح الجديد واختُبر
step-created-refused = أُنشئ المفتاح الجديد، ولا تقبله DHMAD بعد
step-created-mismatch = أُنشئ المفتاح الجديد، وأجابت DHMAD عن مفتاح آخر
step-kept = محفوظ في { $place }.
test-again = اختبره من جديد
step-install = ضع المفتاح الجديد في مكانه
step-installed = رُكّب في { $n } من { $of } أماكن
step-install-none = سجّل الأماكن كي لا يُنسى أيّ منها.
step-install-skip = إن واصلت قبل تعليم كل الأماكن يتوقف ما بقي عند إيقاف القديم.
everything-uses-it = كل شيء يستعمله
not-installed = لم يُركّب بعد
step-off = إيقاف المفتاح القديم
step-is-off = أُوقف المفتاح القديم
step-off-since = منذ { $when }. يمكنك تشغيله من جديد.
step-off-when = ابتداءً من { $when }. يمكنك تشغيله من جديد متى شئت.
step-off-later = حين يُشاهد الجديد مستعملا ويسكن القديم.
switch-off-now = أوقفه الآن…
switch-back-on = شغّله من جديد
step-delete = حذف المفتاح القديم
step-delete-early = ابتداءً من { $when }. ويمكن قبل ذلك: يسألك مفتاح أولا.
step-delete-now = موقوف منذ 7 أيام. يسألك مفتاح أولا.
step-delete-later = بعد 7 أيام من إيقافه. يسألك مفتاح أولا.
delete-old = حذف…
rotation-stop = إنهاء هذا التبديل
rotation-stop-text = يبقى المفتاحان كما هما.
lane-old = القديم
lane-new = الجديد
propose-title = تبديل { $name } بأمان
propose-text = مفتاح ثانٍ إلى جانب القديم حتى يستعمله كل شيء. لا يتوقف شيء في الطريق.
propose-1 = ينشئ مفتاح مفتاحًا ثانيًا ويختبره.
propose-2 = تضعه في أماكنه وتعلّم عليها.
propose-3 = يراقب مفتاح حتى يسكن القديم.
propose-4 = توقف القديم، وتحذفه بعد 7 أيام.
propose-do = إنشاء المفتاح الثاني
rotations-empty-title = لا تبديل جارٍ
rotations-empty-text = التبديل الآمن يستبدل مفتاحًا دون توقف: يعمل القديم والجديد معًا بضعة أيام. ابدأه من قائمة أي مفتاح.
rotations-empty-do = إلى المفاتيح
error-no-room = لم تنشئ DHMAD مفتاحًا ثانيًا.
error-no-room-do = قد لا يتسع الحساب لمفتاح آخر. احذف ما لا تحتاجه، أو جدّد هذا بدلا من ذلك.
error-unfinished = عملية سابقة لم تنتهِ.
error-unfinished-do = انظر أولا ما حدث فيها.
error-not-now = لا يمكن هذا في هذه المرحلة.
error-not-now-do = انظر أين وصل التبديل.
error-spool = لا يستطيع مفتاح ختم جواب على هذا القرص.
error-spool-do = لم يُرسل شيء. تحقّق من القرص ثم أعد المحاولة.

## Changing a key
copy-env = نسخ كسطر لملف ⁦.env⁩
copy-header = نسخ كسطر ترويسة
env-use = احفظه بهذا الاسم حيث يضع تطبيقك إعداداته: ملف ⁦.env⁩ أو لوحة الاستضافة أو الخادم. لا تضعه في الشيفرة أبدًا، ولا ترسله مع الشيفرة إلى Git.
turn-off = إيقاف…
turn-on = تشغيل
turned-off = أُوقف { $name }.
turned-on = شُغّل { $name }.
delete-key = حذف…
deleted = حُذف { $name }.
delete-only-off = لا يُحذف إلا مفتاح موقوف.
delete-from = ممكن ابتداءً من { $date }: يبقى المفتاح الحقيقي موقوفًا 7 أيام أولا.
blocked-by-operation = أنهِ أولا ما يجري على هذا المفتاح.
rename-hint = يرى DHMAD وزملاؤك هذا الاسم أيضًا.
error-key-changed = تغيّر المفتاح في الأثناء.
error-key-changed-do = لم يُفعل شيء. انظر إليه من جديد ثم قرّر.
error-change-unknown = لا يعرف مفتاح هل نفّذ DHMAD ذلك.
error-change-unknown-do = تحقق من جديد: القائمة تبيّن حال المفتاح.

## Diagnose
nav-diagnose = التشخيص
window-diagnose = التشخيص - مفتاح
why-not-working = لماذا لا يعمل؟
diag-title = مفتاح لا يعمل؟
diag-text = انسخه من حيث يحفظه تطبيقك ثم افحصه هنا. يقرأ مفتاح الحافظة مرة واحدة ويسأل DHMAD به ويقول ما الخلل. لا يُعرض المفتاح أبدًا.
diag-look = افحص المفتاح الذي في الحافظة
diag-look-again = افحص من جديد
diag-another = افحص غيره من الحافظة
diag-from-clipboard = من الحافظة في { $time }
diag-from-keyring = من سلسلة المفاتيح في { $time }
diag-checked = ما فُحص
diag-private = لم يُعرض المفتاح ولم يُحفظ ولم يُسجَّل.
diag-open-key = أظهره في القائمة
diag-works = { $name } يعمل
diag-works-unnamed = هذا المفتاح يعمل
diag-works-live = يقبله DHMAD. إن ظل تطبيقك مرفوضًا فربما يخاطب العنوان التجريبي: المفتاح الحقيقي يعمل على ⁦dhmad.tn/api⁩ فقط.
diag-works-sandbox = يقبله DHMAD. إن ظل تطبيقك مرفوضًا فربما يخاطب العنوان الحقيقي: المفتاح التجريبي يعمل على ⁦sandbox.dhmad.tn/api⁩ فقط.
diag-extras = المفتاح يعمل، لكن ما حوله لا
diag-extras-text = في الحافظة أكثر من المفتاح: { $extras }. التطبيق الذي يأخذ ذلك كله يُرفض.
diag-mend = انسخ المفتاح وحده
diag-mended = المفتاح وحده في الحافظة.
extra-spaces = مسافات
extra-line-breaks = فواصل أسطر
extra-invisible = محارف غير مرئية
extra-quotes = علامات اقتباس
extra-variable = اسم متغير
extra-header = كلمات ترويسة
diag-no-key = لا مفتاح من DHMAD في الحافظة
diag-no-key-text = يبدأ المفتاح بـ ⁦sk_live_⁩ أو ⁦sk_sandbox_⁩. انسخه كاملا ثم افحص من جديد.
diag-foreign = هذا مفتاح من { $provider }
diag-stripe-text = مفاتيح Stripe تبدأ أيضًا بـ ⁦sk_live_⁩ فيسهل الخلط بينها. مفاتيح DHMAD على البوابة.
diag-foreign-text = لا يعرفه DHMAD. مفاتيح DHMAD على البوابة.
diag-short = ينقص جزء من المفتاح
diag-long = في المفتاح زيادة
diag-length-text = بعد بدايته للمفتاح 64 محرفًا، ولهذا { $n }. انسخه كاملا من جديد.
diag-alike = محرف يشبه الصحيح فقط
diag-alike-text = في المفتاح الأرقام من 0 إلى 9 والحروف من a إلى f. هنا محرف يشبه أحدها: O بدل 0 أو l بدل 1 أو حرف من أبجدية أخرى. انسخ المفتاح ولا تكتبه.
diag-not-hex = محرف خاطئ
diag-not-hex-text = في المفتاح الأرقام من 0 إلى 9 والحروف من a إلى f فقط. انسخه كاملا من جديد.
diag-off = { $name } موقوف
diag-off-text = يرفض DHMAD كل طلب به إلى أن يُشغّل من جديد.
diag-expired = انتهى { $name } في { $when }
diag-expired-text = المفتاح المنتهي يبقى مرفوضًا. أنشئ غيره على البوابة.
diag-old = هذه نسخة قديمة من { $name }
diag-old-text = جُدّد المفتاح ({ $when }) فتوقفت هذه النسخة حينها. التطبيق الذي يستعملها يحتاج الجديدة.
diag-old-text-unknown = جُدّد المفتاح بعدها فتوقفت هذه النسخة. التطبيق الذي يستعملها يحتاج الجديدة.
diag-copy-new = انسخ المفتاح الجديد
diag-not-listed = ليس لدى DHMAD مفتاح كهذا في هذا الحساب
diag-not-listed-text = حُذف أو جُدّد أو هو لحساب آخر.
diag-not-yet = لا يقبله DHMAD بعد
diag-not-yet-text = يعرض DHMAD مفتاحًا يبدأ هكذا ويرفضه. قد يحتاج المفتاح الجديد دقيقة.
diag-refused = لا يقبل DHMAD هذا المفتاح
diag-refused-named = لا يقبل DHMAD { $name }
diag-refused-text = هو موقوف أو مجدَّد أو محذوف أو منتهٍ: يعطي DHMAD جوابًا واحدًا لها كلها. البوابة تبيّن أيها.
diag-not-associated = حساب المطوّر غير مرتبط بمستخدم
diag-not-associated-text = يريد DHMAD حساب مستخدم وراء حساب المطوّر. اربطهما على البوابة.
diag-no-answer = لم يستطع أحد أن يجيب
diag-clock = ساعة هذا الحاسوب منحرفة بـ { $span }. قد يكفي ذلك وحده لفشل طلبات التطبيق.
check-shape = شكله
check-shape-whole = كامل، ولا شيء حوله
check-shape-extras = كامل، لكن معه { $extras }
check-shape-flawed = ليس مفتاحًا كاملا
check-env = بيئته
check-env-sent = { $env }، سُئل على عنوانها فقط
check-answer = جواب DHMAD
check-accepted = مقبول
check-refused = مرفوض: «⁦Invalid or expired API key⁩»
check-refused-account = مرفوض: الحساب غير مرتبط
check-no-answer = لا جواب
check-not-asked = لم يُسأل: لا يُرسل إلا مفتاح كامل
check-not-reached = لم يُبلغ
check-known = ما يعرفه مفتاح
check-known-is = هو { $name }
check-known-old = يبدأ كقيمة قديمة لـ { $name }
check-known-not = ليس مفتاحًا يعرفه التطبيق

## Making a key
new-key = مفتاح جديد
create-text = يعرض DHMAD المفتاح الجديد مرة واحدة. يضعه مفتاح في الحافظة ويحفظه في سلسلة المفاتيح.
create-name = الاسم
create-name-hint = يرى DHMAD وزملاؤك هذا الاسم.
name-vague = اسم يدل على مكان الاستعمال ينفعك لاحقًا، مثل «صندوق صفاقس».
name-like = يكاد يشبه { $name }. الأسماء الأبعد شبهًا يصعب الخلط بينها.
create-env = البيئة
create-live = أموال حقيقية. لما يستعمله زبائنك.
create-sandbox = لا أموال حقيقية. للتجربة.
create-where = أين سيُستعمل
create-where-optional = أين سيُستعمل (اختياري)
create-where-why = اذكر المكان فيخبرك مفتاح بما يحتاج المفتاح الجديد حين يتغير هذا.
create-limit = عدد الطلبات في الدقيقة (اختياري)
create-limit-wrong = عدد صحيح من 1 إلى 1000000.
create-do = أنشئ وانسخ
why-orphan = أُنشئ ولم تصل قيمته
orphan-title = أُنشئ هذا المفتاح ولم تصل قيمته
orphan-text = طلبه مفتاح من DHMAD في { $time } وانقطع الاتصال قبل وصوله. لا يستطيع أحد قراءته من جديد. جدّده لتحصل على قيمة، أو أوقفه واحذفه.
orphan-regenerate = جدّده
orphan-leave = اتركه كما هو
making-resolving = هل أُنشئ مفتاح؟
making-resolving-text = انقطع الاتصال في { $time } أثناء طلب مفتاح جديد من DHMAD. يبحث عنه مفتاح في القائمة، ولا يطلب مرتين من تلقاء نفسه.
making-waiting = لا يعرف مفتاح بعدُ هل أُنشئ مفتاح
making-unchanged = لم يُنشأ أي مفتاح
making-unchanged-text = لا تعرض القائمة شيئًا. يراقبها مفتاح عشر دقائق احتياطًا لوصول الطلب متأخرًا.
error-no-room-key = لم ينشئ DHMAD مفتاحًا.
error-no-room-key-do = ربما بلغ الحساب أقصى عدد. احذف مفتاحًا موقوفًا ثم حاول من جديد.
error-creation-unknown = لا يعرف مفتاح بعدُ هل أُنشئ المفتاح.
error-creation-unknown-do = يبحث عنه ويخبرك فوق القائمة.

## Order and commands
sort-label = ترتيب
sort-attention = ما يحتاج انتباهك
sort-last-use = الأطول دون استعمال
sort-age = الأقدم
sort-name = بالاسم
group-all = كل المفاتيح
hint-palette = الأوامر
palette-title = الأوامر
palette-hint = ماذا تريد أن تفعل؟
palette-none = لا شيء بهذا الاسم.
palette-check = اسأل DHMAD من جديد
palette-clear = امسح الحافظة
palette-copy = نسخ { $name } من جديد
palette-regenerate = تجديد { $name }…
palette-rotate = تبديل { $name } بأمان
palette-why = لماذا لا يعمل { $name }؟
palette-rename = تغيير اسم { $name }…
palette-places = أماكن { $name }…
palette-turn-off = إيقاف { $name }…
palette-turn-on = تشغيل { $name }

## مفتاح واحد
details = التفاصيل
key-enter = Enter
fact-age = عمر القيمة
fact-days =
    { $n ->
        [zero] جديد اليوم
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
        [many] { $n } يومًا
       *[other] { $n } يوم
    }
fact-made = أُنشئ في { $date }
fact-first-seen = شوهد أول مرة في { $date }
fact-changed-here = تغيّر بواسطة مفتاح في { $date }
fact-changed-elsewhere = تغيّر في مكان آخر، وشوهد ذلك في { $date }
fact-last-use = آخر استعمال
fact-use-note = تحققات مفتاح نفسه لا تُحسب
fact-use-hidden = لا يتيح DHMAD لمفتاح رؤيته
fact-state = الحالة
fact-on = مُشغَّل
fact-off-since = معروف منذ { $date }
fact-expires = ينتهي
fact-expired = انتهى
fact-kept = محفوظ على هذا الحاسوب
fact-yes = نعم
fact-no = لا
fact-limit = حد الطلبات
fact-limit-value = { $n } في الدقيقة
limit-change = تغيير…
limit-saved = تغيّر حد الطلبات.
notes-title = ملاحظات
notes-hint = على هذا الحاسوب فقط. لا يراها DHMAD ولا زملاؤك.
notes-saved = حُفظت الملاحظات.
notes-nothing = لم يتغيّر شيء.
note-too-long = الملاحظة 2000 حرف على الأكثر.
note-holds-key = في هذا النص مفتاح، والملاحظات لا تُختم. احذف المفتاح منه.
tags-label = وسوم تفصل بينها فواصل
tag-too-long = الوسم 30 حرفًا على الأكثر، وللمفتاح 12 وسمًا على الأكثر.
palette-details = تفاصيل { $name }

## خطوات على البوابة
walk-make-title = إنشاء مفتاح على البوابة في ثلاث خطوات
walk-make = أنشئ المفتاح هناك وانسخه
walk-make-text = أعطه اسمًا يدل على مكان استعماله. لا تعرضه البوابة إلا مرة واحدة.
walk-off-title = الإيقاف على البوابة في ثلاث خطوات
walk-off = أوقف { $name } هناك
walk-off-text = يتوقف ما يستعمله في تلك اللحظة. ويمكن تشغيله من جديد.
walk-on-title = التشغيل على البوابة في ثلاث خطوات
walk-on = شغّل { $name } هناك
walk-on-text = يعمل من جديد في الحال.
walk-check = تحقق لدى DHMAD
walk-check-text = يسأل مفتاح DHMAD هل يعمل هذا المفتاح.
walk-note = سجّله هنا
walk-note-text = لا يحفظ مفتاح قيمة هذا المفتاح، فيأخذ بكلامك.
walk-delete-title = الحذف على البوابة في ثلاث خطوات
walk-delete = احذف { $name } هناك
walk-delete-text = لا رجعة في ذلك.
walk-forget = انسه هنا…
walk-forget-text = يسأل مفتاح DHMAD أولا، ثم تُحذف قيمته وأماكنه وملاحظاته من هذا الحاسوب.
walk-is-off = المفتاح موقوف
walk-is-off-text = لم يعد DHMAD يقبله.
walk-is-on = المفتاح مُشغَّل
walk-is-on-text = أجاب DHMAD: هذا المفتاح يعمل.
walk-noted-off = سُجِّل أنه موقوف
walk-noted-on = سُجِّل أنه مُشغَّل
walk-noted-text = لم يستطع مفتاح التحقق من ذلك، فهو لا يحفظ هذا المفتاح.
walk-still-on = ما زال DHMAD يقبل هذا المفتاح
walk-still-on-text = أوقفه على البوابة ثم تحقق من جديد.
walk-still-off = لا يقبل DHMAD هذا المفتاح
walk-still-off-text = شغّله على البوابة ثم تحقق من جديد. وإن جُدِّد في هذه الأثناء فخذ المفتاح الجديد.
error-still-accepted = ما زال DHMAD يقبل هذا المفتاح.
error-still-accepted-do = احذفه على البوابة أولا ثم حاول من جديد.
palette-copy-env = نسخ { $name } سطرًا لملف .env
palette-copy-header = نسخ { $name } سطر ترويسة
palette-check-key = التحقق من { $name } لدى DHMAD
palette-delete = حذف { $name }…
palette-leaked = تسرّب { $name }…

## متى يُغيَّر المفتاح
advice-create = ذكّرني بتغييره
advice-in =
    { $n ->
        [zero] اليوم
        [one] بعد يوم
        [two] بعد يومين
        [few] بعد { $n } أيام
        [many] بعد { $n } يومًا
       *[other] بعد { $n } يوم
    }
advice-over =
    { $n ->
        [zero] حان اليوم
        [one] حان منذ يوم
        [two] حان منذ يومين
        [few] حان منذ { $n } أيام
        [many] حان منذ { $n } يومًا
       *[other] حان منذ { $n } يوم
    }

## التنبيهات
nav-inbox = التنبيهات
window-inbox = التنبيهات - مفتاح
inbox-loading = جارٍ النظر فيما ينتظر
inbox-now = تحتاج إليك الآن
inbox-week = هذا الأسبوع
inbox-earlier = قبل ذلك
inbox-empty-title = كل شيء على ما يرام
inbox-empty-text = لا شيء ينتظرك. آخر سؤال لـ DHMAD: { $when }.
inbox-rotate = تبديل آمن…
open-key = فتح المفتاح
inbox-where = أين يُستعمل
inbox-needed = ما زال لازمًا
inbox-snoozed = مؤجَّل إلى { $when }.
inbox-dismissed = لن تُنبَّه إلى هذا من جديد.
inbox-settled = حُلّ هذا من تلقاء نفسه في الأثناء.
inbox-undo = تراجع
inbox-undo-label = تراجع: { $name }
inbox-back-spoken = عاد إلى التنبيهات.
means-stale = كلما طال عمر المفتاح زادت الأماكن التي وصل إليها. بدّله دون توقّف المتجر.
means-unused-live = مفتاح حقيقي لا يستعمله أحد خطر بلا فائدة. أوقفه، ويمكنك تشغيله متى شئت.
means-unused-sandbox = مفتاح لا يستعمله أحد يطيل القائمة فقط. أوقفه، ويمكنك تشغيله متى شئت.
means-never-used-live = لم يُخاطَب DHMAD به منذ إنشائه. ضعه في مكانه أو أوقفه إلى حينها.
means-never-used-sandbox = لم يُخاطَب DHMAD به منذ إنشائه. أوقفه إن انتهت التجربة.
means-used-off = ما زال شيء ما يحمل هذا المفتاح ويتلقّى خطأ في كل مرة. أعطه مفتاحًا جديدًا أو شغّل هذا من جديد.
means-used-again = بدأ شيء ما يستعمله بعد صمت طويل. تأكّد من معرفته.
means-expires-live = يتوقف كل ما يستعمله في ذلك اليوم، والدفع أيضًا. بدّله قبل ذلك دون توقّف المتجر.
means-expires-sandbox = يتوقف كل ما يستعمله في ذلك اليوم. بدّله قبل ذلك إن استمرت التجارب.
means-expired = يرفض DHMAD كل طلب به. ما يستعمله يحتاج مفتاحًا آخر.
means-replaced = النسخة المحفوظة هنا قديمة ولم تعد تنفع. اسأل من غيّره أو خذ الجديد.
means-rotation = لا يستمر تبديله إلا بكلمة منك. يبقى المفتاحان كما هما إلى حينها.
means-rotation-install = المفتاح الثاني جاهز. ضعه حيث يوجد القديم، ثم علّم على الأماكن.
snooze = تأجيل
snooze-label = تأجيل { $name }
snooze-heading = ذكّرني من جديد
snooze-tomorrow = غدًا
snooze-week = بعد أسبوع
snooze-date = في تاريخ…
snooze-never = لا تنبّهني من جديد…
snooze-date-title = متى يعود؟
snooze-until-do = تأجيل إلى { $when }
month-before = الشهر السابق
month-after = الشهر التالي
dismiss-title = لماذا لا ننبّهك من جديد؟
dismiss-text = لا يذكره مفتاح بعدها، إلا إذا حدث من جديد.
dismiss-needed = المفتاح لازم كما هو
dismiss-not-ours = غيري يعتني به
dismiss-known-use = أعرف ما الذي يستعمله
dismiss-other = سبب آخر
dismiss-do = لا تذكّرني به
put-off-title = المؤجَّل
put-off-until = إلى { $when }
put-off-for-good = لا تنبيه من جديد: { $reason }
put-off-back = إرجاع
put-off-back-label = إرجاع { $name }
hint-snooze = تأجيل
on-today = اليوم
on-weekday = يوم { $day }
on-date = في { $date }
why-used-again =
    { $n ->
        [zero] استُعمل من جديد { $when } بعد يوم من السكون
        [one] استُعمل من جديد { $when } بعد يوم من السكون
        [two] استُعمل من جديد { $when } بعد يومين من السكون
        [few] استُعمل من جديد { $when } بعد { $n } أيام من السكون
        [many] استُعمل من جديد { $when } بعد { $n } يومًا من السكون
       *[other] استُعمل من جديد { $when } بعد { $n } يوم من السكون
    }
why-waits-install = المفتاح الجديد ينتظر وضعه في مكانه
why-waits-rare-use = لتبديله سؤال إليك
why-waits-switch-off = استُبدل: يمكن إيقافه الآن
why-waits-delete = استُبدل: يمكن حذفه الآن
why-waits-orphan = مفتاح ثانٍ ضائع يجب إيقافه
why-back-on = موقوف مؤقتًا، يعود في { $when }

## إيقاف مؤقت
off-for = إيقاف مؤقت…
palette-off-for = إيقاف { $name } مؤقتًا…
palette-keep-off = إبقاء { $name } موقوفًا
off-for-title = إيقاف { $name } مؤقتًا
off-for-text = يتوقف ما يستعمله في هذه الأثناء، فترى هل ما زال شيء يحتاجه. يسأل النظام قبل ذلك.
off-for-how-long = لكم من الوقت
off-for-back = يعود في { $when } إن كان هذا الحاسوب مستيقظًا، وإلا فحين يستيقظ.
off-for-only-on = لا يمكن ذلك إلا لمفتاح مُشغَّل.
off-for-lately = ليس لمفتاح حقيقي استُعمل في آخر 7 أيام: سيتوقف المتجر.
off-for-unknown = ليس لمفتاح حقيقي لا يُعرف آخر استعمال له.
off-for-settings = افتح الإعدادات
keep-off = إبقاؤه موقوفًا
kept-off = يبقى { $name } موقوفًا.
turn-on-now = تشغيل الآن
back-on-title = موقوف إلى { $when }
back-on-text = يعود من تلقاء نفسه.
error-used-lately = استُعمل هذا المفتاح الحقيقي في آخر 7 أيام.
error-used-lately-do = بدّله بأمان بدل ذلك: لا يتوقف شيء.
error-not-on = هذا المفتاح غير مُشغَّل.
error-not-on-do = تحقّق من جديد: القائمة تبيّن حاله.
error-update-not-now = لا يمكن تثبيته في هذه اللحظة.
error-update-not-now-do = انتظر حتى لا يبقى مفتاح في الحافظة ولا شيء جارٍ، ثم حاول من جديد.
error-needs-background = لن يشغّله أحد من جديد: يتوقف مفتاح حين تُغلق نافذته.
error-needs-background-do = شغّل «العمل في الخلفية» أو «البدء مع الحاسوب» في الإعدادات ثم حاول من جديد.

## التذكيرات
settings-general = عام
settings-reminders = التذكيرات
hint-settings = تُحفظ التغييرات حالا
remind-when = ذكّرني عندما
remind-which = لأي مفاتيح
remind-never-used = لم يُستعمل مفتاح جديد أبدًا
remind-never-used-text = منذ إنشائه
remind-unused = لا طلب بمفتاح
remind-unused-text = منذ آخر استعمال له
remind-stale = لم يُغيَّر مفتاح
remind-stale-text = منذ إنشائه أو آخر تبديل له
remind-expiry = اقترب انتهاء مفتاح
remind-expiry-text = قبل 14 و7 أيام ويوم واحد، الحقيقي والتجريبي
days-unit =
    { $n ->
        [zero] يوم
        [one] يوم
        [two] يوم
        [few] أيام
        [many] يومًا
       *[other] يوم
    }
days-never = أبدًا
days-fewer = أيام أقل: { $what }
days-more = أيام أكثر: { $what }
days-wrong = عدد صحيح من 1 إلى 3650.
remind-how = كيف
remind-digest = ملخّص واحد في اليوم على الأكثر
remind-digest-text = لا يأتي حالا إلا انتهاء خلال 24 ساعة
remind-quiet = ساعات الهدوء
remind-quiet-text = لا ينبّهك فيها إلا انتهاء خلال 24 ساعة
remind-quiet-none = الوقتان متساويان: لا ساعات هدوء
remind-quiet-from = الهدوء من
remind-quiet-to = الهدوء إلى
remind-names = إخفاء أسماء المفاتيح
remind-names-text = تقول التنبيهات «مفتاح حقيقي» بدلها
background = العمل في الخلفية
background-tray = يبقى مفتاح في شريط النظام حين تُغلق نافذته، فتصلك التذكيرات.
background-no-tray = لتصلك التذكيرات والنافذة مغلقة. سطح المكتب هذا لا يعرض شريط نظام: شغّل مفتاح من جديد لترى نافذته.
background-ends = ليس في سطح المكتب هذا شريط نظام ولا تنبيهات، فما زال مفتاح يتوقف مع نافذته.
background-off = لا تأتي التذكيرات إلا والنافذة مفتوحة.
autostart = البدء مع الحاسوب
autostart-text = بلا نافذة، عند دخولك إلى هذا الحاسوب
quit-title = الخروج
quit-text = لا يأتي تذكير إلى أن تشغّل مفتاح من جديد.
quit = خروج من مفتاح
preview-title = معاينة
preview-keys =
    { $n ->
        [zero] بهذه القواعد لا مفتاح في تنبيهاتك الآن.
        [one] بهذه القواعد يكون في تنبيهاتك الآن مفتاح واحد.
        [two] بهذه القواعد يكون في تنبيهاتك الآن مفتاحان.
        [few] بهذه القواعد يكون في تنبيهاتك الآن { $n } مفاتيح.
        [many] بهذه القواعد يكون في تنبيهاتك الآن { $n } مفتاحًا.
       *[other] بهذه القواعد يكون في تنبيهاتك الآن { $n } مفتاح.
    }
preview-none = بهذه القواعد لا شيء في تنبيهاتك الآن.
test-send = إرسال تنبيه تجريبي
test-taken = أخذه النظام في { $time }. إن لم ترَ شيئًا فانظر إلى وضع «عدم الإزعاج» في النظام.
test-taken-then = أخذ النظام آخر تجربة في { $date }.
test-no-server = ليس في سطح المكتب هذا ما يعرض التنبيهات. ما ينتظر تجده في صفحة التنبيهات.
test-refused = رفضه النظام. اسمح بتنبيهات مفتاح في إعدادات النظام.
test-timed-out = لم يُجب النظام. حاول من جديد بعد دقيقة.

## قائمة الأمان
nav-checklist = قائمة الأمان
checklist-title = قائمة الأمان
window-checklist = قائمة الأمان - مفتاح
list-loading = جارٍ إعداد القائمة
list-sum = { $n } من { $of } على ما يرام.
list-sum-when = بحسب ما قاله DHMAD ({ $when }) وما في هذا الحاسوب.
list-to-do = للإنجاز
list-in-order = على ما يرام
list-cant-know = لا يُعرف من هنا
list-state-to-do = للإنجاز
list-state-met = محقَّق
list-state-unknown = غير معروف
list-and-more =
    { $n ->
        [zero] { $names } وواحد آخر
        [one] { $names } وواحد آخر
        [two] { $names } واثنان آخران
        [few] { $names } و{ $n } أخرى
        [many] { $names } و{ $n } أخرى
       *[other] { $names } و{ $n } أخرى
    }
list-unknown-old = ما يعرفه مفتاح أقدم من أن يُحكم به.
list-unknown-all = لا يرى مفتاح كل مفاتيح الحساب.
list-rotated = كل مفتاح مستعمل يُغيَّر في وقته
list-rotated-met = لا قيمة أقدم مما تسمح به قواعدك
list-rotated-todo = لم يُغيَّر في وقته: { $names }
list-unused = لا مفتاح حقيقي بلا استعمال
list-unused-met = كل مفتاح حقيقي مُشغَّل مستعمل
list-unused-todo = غير مستعمل: { $names }
list-leftovers = المفاتيح المتروكة تُحذف
list-leftovers-met = لا مفتاح موقوف منذ أكثر من 90 يومًا
list-leftovers-todo = موقوف منذ أكثر من 90 يومًا: { $names }
list-watched = لا استعمال غير متوقَّع لمفتاح
list-watched-met = لا استعمال لمفتاح موقوف، ولا بعد صمت طويل
list-watched-todo = انظر إلى استعمال { $names }
list-placed = لكل مفتاح حقيقي مكان استعماله
list-placed-met = لكل منها مكان
list-placed-todo = ينقص لـ { $names }
list-kept = لكل مكان من يعتني به
list-kept-met = بجانب كل مكان اسم
list-kept-todo = لا اسم عند مكان من أماكن { $names }
list-one-each = لكل تطبيق مفتاحه
list-one-each-met = لا مفتاح مستعمل في مكانين
list-one-each-todo = مستعمل في عدة أماكن: { $names }
list-named = الأسماء تدل على الاستعمال
list-named-met = لا اسم مثل «test» أو «مفتاح» فقط
list-named-todo = لا يدل على الكثير: { $names }
list-spare = يوجد مفتاح حقيقي احتياطي
list-spare-met = إن توقف أحدها حلّ آخر محله في دقائق
list-spare-todo = إن توقف الوحيد توقف كل شيء
list-apart = التجارب بلا أموال حقيقية
list-apart-met = توجد مفاتيح حقيقية وأخرى تجريبية
list-apart-todo = لا توجد مفاتيح إلا من نوع واحد
list-keychain = المفاتيح محفوظة في سلسلة المفاتيح
list-keychain-met = في { $place }، ولا واحد في ملف عادي
list-keychain-unknown = سلسلة المفاتيح لا تجيب
list-reminded = التذكيرات تصلك
list-reminded-met = أخذ النظام آخر تجربة
list-reminded-todo = لم يُجرَّب ذلك، أو لم تصل آخر تجربة
list-code = لا مفتاح في الشيفرة
list-code-unknown = لا يقرأ مفتاح شيفرتك. اسأل من يكتبها.
list-server = لا تُستعمل المفاتيح إلا في الخوادم
list-server-unknown = لا تضعها أبدًا في صفحة أو تطبيق عند الزبائن. اسأل من يبنيهما.
list-open-inbox = افتح التنبيهات
list-open-reminders = جرّبها في الإعدادات

## استعمال مفتاح وقواعده
usage-title = أيام الاستعمال أسبوعًا بأسبوع
usage-used = شوهد مستعملا
usage-quiet = ساكن
usage-unchecked = لم يُتحقَّق
usage-today = اليوم
usage-none = لم ينظر مفتاح في هذا المفتاح بعد.
usage-summary =
    { $n ->
        [zero] لم يُشاهد مستعملا في أي يوم من { $of } نُظر فيها.
        [one] شوهد مستعملا في يوم واحد من { $of } نُظر فيها.
        [two] شوهد مستعملا في يومين من { $of } نُظر فيها.
        [few] شوهد مستعملا في { $n } أيام من { $of } نُظر فيها.
        [many] شوهد مستعملا في { $n } يومًا من { $of } نُظر فيها.
       *[other] شوهد مستعملا في { $n } يوم من { $of } نُظر فيها.
    }
usage-summary-gaps =
    { $n ->
        [zero] لم يُشاهد مستعملا في أي يوم من { $of } نُظر فيها، ولم يُنظر في { $gaps }.
        [one] شوهد مستعملا في يوم واحد من { $of } نُظر فيها، ولم يُنظر في { $gaps }.
        [two] شوهد مستعملا في يومين من { $of } نُظر فيها، ولم يُنظر في { $gaps }.
        [few] شوهد مستعملا في { $n } أيام من { $of } نُظر فيها، ولم يُنظر في { $gaps }.
        [many] شوهد مستعملا في { $n } يومًا من { $of } نُظر فيها، ولم يُنظر في { $gaps }.
       *[other] شوهد مستعملا في { $n } يوم من { $of } نُظر فيها، ولم يُنظر في { $gaps }.
    }
usage-week = الأسبوع
usage-span = من { $from } إلى { $to }
usage-days =
    { $n ->
        [zero] 0 يوم
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
        [many] { $n } يومًا
       *[other] { $n } يوم
    }
usage-as-table = عرض كجدول
usage-as-picture = عرض كرسم
fact-change = التغيير المنصوح به
fact-change-every =
    { $n ->
        [zero] كل يوم
        [one] كل يوم
        [two] كل يومين
        [few] كل { $n } أيام
        [many] كل { $n } يومًا
       *[other] كل { $n } يوم
    }
fact-change-never = لا تغيير بسبب العمر
rules-title = تذكيرات هذا المفتاح
rules-text = إن احتاج قواعد غير قواعد سواه.
rule-never-used = لم يُستعمل أبدًا
rule-unused = لا طلب
rule-stale = لم يُغيَّر
rule-usual = كالمعتاد
rule-usual-days =
    { $n ->
        [zero] كالمعتاد (0 يوم)
        [one] كالمعتاد (يوم)
        [two] كالمعتاد (يومان)
        [few] كالمعتاد ({ $n } أيام)
        [many] كالمعتاد ({ $n } يومًا)
       *[other] كالمعتاد ({ $n } يوم)
    }
rule-usual-never = كالمعتاد (أبدًا)
rule-days =
    { $n ->
        [zero] بعد 0 يوم
        [one] بعد يوم
        [two] بعد يومين
        [few] بعد { $n } أيام
        [many] بعد { $n } يومًا
       *[other] بعد { $n } يوم
    }
favourite = عرضه في شريط النظام
favourite-text = ليُنسخ دون فتح النافذة.
nav-update = { $page }، يوجد تحديث
update-label = التحديثات
update-version = مفتاح { $version }
update-security = إصلاح أمني
update-nobody = لا تبحث هذه النسخة عن تحديثات.
update-unreachable = لم يُجب خادم التحديثات.
update-refused = رُفض ما أرسله خادم التحديثات. لم يتغيّر شيء.
update-not-kept = تعذّر حفظ التحديث.
update-told = الإصدار { $version } متوفّر. خذه من حيث أخذت مفتاح.
update-downloading = يجري جلب الإصدار { $version }.
update-ready = الإصدار { $version } جاهز. يُثبَّت الآن أو عند الخروج.
update-waits = الإصدار { $version } جاهز. يمكن تثبيته حين لا يبقى مفتاح في الحافظة ولا شيء جارٍ.
update-install = ثبّت وأعد التشغيل
update-page = افتح الصفحة
update-look = ابحث عن تحديثات
update-in-place = ثُبِّت الإصدار { $version }. يعمل بعد إعادة تشغيل مفتاح.
update-restart = أعد تشغيل مفتاح
update-by-itself = ابحث عن تحديثات مرة في اليوم
update-by-itself-text = ويجلب الجديد أيضًا. لا يُرسل شيء غير الطلب نفسه.
update-by-itself-told = لا يُرسل شيء غير الطلب نفسه.
