<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>accounts::KeychainOperation</name>
    <message numerus="yes">
        <source>The system keychain did not respond within %Ln seconds. If another window asks for the keychain password, enter it, then try again.</source>
        <translation>
            <numerusform>The system keychain did not respond within %Ln second. If another window asks for the keychain password, enter it, then try again.</numerusform>
            <numerusform>The system keychain did not respond within %Ln seconds. If another window asks for the keychain password, enter it, then try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas</name>
    <message numerus="yes">
        <source>The response has more than %Ln values.</source>
        <translation>
            <numerusform>The response has more than %Ln value.</numerusform>
            <numerusform>The response has more than %Ln values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The response is not a complete JSON object: %1 at byte %Ln.</source>
        <translation>
            <numerusform>The response is not a complete JSON object: %1 at byte %Ln.</numerusform>
            <numerusform>The response is not a complete JSON object: %1 at byte %Ln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>base::AgeText</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s)</source>
        <comment>age</comment>
        <translation>
            <numerusform>%Ln year</numerusform>
            <numerusform>%Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln minute ago</numerusform>
            <numerusform>%Ln minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>%Ln hour ago</numerusform>
            <numerusform>%Ln hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln month(s) ago</source>
        <translation>
            <numerusform>%Ln month ago</numerusform>
            <numerusform>%Ln months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln year(s) ago</source>
        <translation>
            <numerusform>%Ln year ago</numerusform>
            <numerusform>%Ln years ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>buckets::BucketFields</name>
    <message numerus="yes">
        <source>%Ln more in the JSON</source>
        <translation>
            <numerusform>%Ln more in the JSON</numerusform>
            <numerusform>%Ln more in the JSON</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>buckets::ClusterFields</name>
    <message numerus="yes">
        <source>%1: %Ln more day(s)</source>
        <extracomment>%1 is a frequency: daily, weekly, ...</extracomment>
        <translation>
            <numerusform>%1: %Ln more day</numerusform>
            <numerusform>%1: %Ln more days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more policy item(s)</source>
        <translation>
            <numerusform>%Ln more policy item</numerusform>
            <numerusform>%Ln more policy items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>buckets::ConnectionTest</name>
    <message numerus="yes">
        <source>Signed in. %Ln project(s).</source>
        <translation>
            <numerusform>Signed in. %Ln project.</numerusform>
            <numerusform>Signed in. %Ln projects.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>buckets::Inventory</name>
    <message numerus="yes">
        <source>%Ln bucket(s)</source>
        <translation>
            <numerusform>%Ln bucket</numerusform>
            <numerusform>%Ln buckets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln project(s), %2</source>
        <extracomment>e.g. 37 of 250 projects, 18,400 buckets</extracomment>
        <translation>
            <numerusform>%1 of %Ln project, %2</numerusform>
            <numerusform>%1 of %Ln projects, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln project(s)</source>
        <extracomment>e.g. 100,312 buckets in 250 projects</extracomment>
        <translation>
            <numerusform>%1 in %Ln project</numerusform>
            <numerusform>%1 in %Ln projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 of %Ln project(s)</source>
        <extracomment>e.g. 100,312 buckets in 248 of 250 projects</extracomment>
        <translation>
            <numerusform>%1 in %2 of %Ln project</numerusform>
            <numerusform>%1 in %2 of %Ln projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) not read</source>
        <translation>
            <numerusform>%Ln project not read</numerusform>
            <numerusform>%Ln projects not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) changed during loading</source>
        <translation>
            <numerusform>%Ln project changed during loading</numerusform>
            <numerusform>%Ln projects changed during loading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) with entries left out</source>
        <translation>
            <numerusform>%Ln project with entries left out</numerusform>
            <numerusform>%Ln projects with entries left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retrying %Ln project(s) in %1 s</source>
        <translation>
            <numerusform>Retrying %Ln project in %1 s</numerusform>
            <numerusform>Retrying %Ln projects in %1 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Cloud Manager project(s)</source>
        <translation>
            <numerusform>%Ln Cloud Manager project</numerusform>
            <numerusform>%Ln Cloud Manager projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) unable to export snapshots</source>
        <translation>
            <numerusform>%Ln project unable to export snapshots</numerusform>
            <numerusform>%Ln projects unable to export snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>buckets::JobText</name>
    <message numerus="yes">
        <source>%Ln queued</source>
        <translation>
            <numerusform>%Ln queued</numerusform>
            <numerusform>%Ln queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in progress</source>
        <translation>
            <numerusform>%Ln in progress</numerusform>
            <numerusform>%Ln in progress</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln successful</source>
        <translation>
            <numerusform>%Ln successful</numerusform>
            <numerusform>%Ln successful</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln cancelled</numerusform>
            <numerusform>%Ln cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in another state</source>
        <translation>
            <numerusform>%Ln in another state</numerusform>
            <numerusform>%Ln in another state</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Latest %Ln export job(s): %1</source>
        <translation>
            <numerusform>Latest export job: %1</numerusform>
            <numerusform>Latest %Ln export jobs: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>buckets::LastExportText</name>
    <message numerus="yes">
        <source>%1: the last %Ln export(s) failed, most recently at %2.</source>
        <translation>
            <numerusform>%1: the last %Ln export failed, most recently at %2.</numerusform>
            <numerusform>%1: the last %Ln exports failed, most recently at %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The exports of %Ln more cluster(s) also fail.</source>
        <translation>
            <numerusform>The exports of %Ln more cluster also fail.</numerusform>
            <numerusform>The exports of %Ln more clusters also fail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exports fail, %Ln in a row, last worked on %1</source>
        <translation>
            <numerusform>exports fail, %Ln in a row, last worked on %1</numerusform>
            <numerusform>exports fail, %Ln in a row, last worked on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exports fail, %Ln in a row, never worked</source>
        <translation>
            <numerusform>exports fail, %Ln in a row, never worked</numerusform>
            <numerusform>exports fail, %Ln in a row, never worked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exports of %1 of %2 clusters fail, %Ln in a row, last worked on %3</source>
        <translation>
            <numerusform>exports of %1 of %2 clusters fail, %Ln in a row, last worked on %3</numerusform>
            <numerusform>exports of %1 of %2 clusters fail, %Ln in a row, last worked on %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exports of %1 of %2 clusters fail, %Ln in a row, never worked</source>
        <translation>
            <numerusform>exports of %1 of %2 clusters fail, %Ln in a row, never worked</numerusform>
            <numerusform>exports of %1 of %2 clusters fail, %Ln in a row, never worked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln of the latest failed</source>
        <extracomment>%1 is when an export last worked.</extracomment>
        <translation>
            <numerusform>%1, %Ln of the latest failed</numerusform>
            <numerusform>%1, %Ln of the latest failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None in %Ln day(s)</source>
        <translation>
            <numerusform>None in %Ln day</numerusform>
            <numerusform>None in %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>buckets::ScheduleText</name>
    <message numerus="yes">
        <source>every %Ln day(s)</source>
        <translation>
            <numerusform>every day</numerusform>
            <numerusform>every %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %Ln hour(s)</source>
        <translation>
            <numerusform>every hour</numerusform>
            <numerusform>every %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept for %Ln day(s)</source>
        <translation>
            <numerusform>kept for %Ln day</numerusform>
            <numerusform>kept for %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept for %Ln week(s)</source>
        <translation>
            <numerusform>kept for %Ln week</numerusform>
            <numerusform>kept for %Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept for %Ln month(s)</source>
        <translation>
            <numerusform>kept for %Ln month</numerusform>
            <numerusform>kept for %Ln months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept for %Ln year(s)</source>
        <translation>
            <numerusform>kept for %Ln year</numerusform>
            <numerusform>kept for %Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %Ln snapshot(s)</source>
        <translation>
            <numerusform>the newest snapshot</numerusform>
            <numerusform>the newest %Ln snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>headless::Unread</name>
    <message numerus="yes">
        <source>%Ln more could not be loaded.</source>
        <translation>
            <numerusform>%Ln more could not be loaded.</numerusform>
            <numerusform>%Ln more could not be loaded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>insight::Change</name>
    <message numerus="yes">
        <source>%Ln projects were compared.</source>
        <translation>
            <numerusform>%Ln project was compared.</numerusform>
            <numerusform>%Ln projects were compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loaded in part, so some changes may be missing: %1 and %Ln more.</source>
        <translation>
            <numerusform>Loaded in part, so some changes may be missing: %1 and %Ln more.</numerusform>
            <numerusform>Loaded in part, so some changes may be missing: %1 and %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>insight::ErrorHint</name>
    <message numerus="yes">
        <source>Too many requests. Wait %Ln second(s), then try again.</source>
        <translation>
            <numerusform>Too many requests. Wait %Ln second, then try again.</numerusform>
            <numerusform>Too many requests. Wait %Ln seconds, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Atlas still has problems after %Ln retries. Try again later, or check status.mongodb.com.</source>
        <translation>
            <numerusform>Atlas still has problems after %Ln retry. Try again later, or check status.mongodb.com.</numerusform>
            <numerusform>Atlas still has problems after %Ln retries. Try again later, or check status.mongodb.com.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>insight::Finding</name>
    <message numerus="yes">
        <source>Bucket %1 is registered %Ln time(s) in this project, with the same role.</source>
        <translation>
            <numerusform>Bucket %1 is registered %Ln time in this project, with the same role.</numerusform>
            <numerusform>Bucket %1 is registered %Ln times in this project, with the same role.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No auto export goes to bucket %1, and no cluster of this project has exported to it in the last %Ln day(s).</source>
        <translation>
            <numerusform>No auto export goes to bucket %1, and no cluster of this project has exported to it in the last %Ln day.</numerusform>
            <numerusform>No auto export goes to bucket %1, and no cluster of this project has exported to it in the last %Ln days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last successful export of cluster %1 to bucket %2 ended %Ln day(s) ago, although its frequency is %3.</source>
        <translation>
            <numerusform>The last successful export of cluster %1 to bucket %2 ended %Ln day ago, although its frequency is %3.</numerusform>
            <numerusform>The last successful export of cluster %1 to bucket %2 ended %Ln days ago, although its frequency is %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Auto export of cluster %1 to bucket %2 (%3) has been on for at least %Ln day(s), but no export has succeeded.</source>
        <translation>
            <numerusform>Auto export of cluster %1 to bucket %2 (%3) has been on for at least %Ln day, but no export has succeeded.</numerusform>
            <numerusform>Auto export of cluster %1 to bucket %2 (%3) has been on for at least %Ln days, but no export has succeeded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Auto export of cluster %1 to bucket %2 is on, but no export has succeeded in the last %Ln day(s).</source>
        <translation>
            <numerusform>Auto export of cluster %1 to bucket %2 is on, but no export has succeeded in the last %Ln day.</numerusform>
            <numerusform>Auto export of cluster %1 to bucket %2 is on, but no export has succeeded in the last %Ln days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln export job(s) of cluster %1 to bucket %2 did not end within 24 hours.</source>
        <translation>
            <numerusform>%Ln export job of cluster %1 to bucket %2 did not end within 24 hours.</numerusform>
            <numerusform>%Ln export jobs of cluster %1 to bucket %2 did not end within 24 hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The private endpoints of %Ln project(s) were not checked: that requires the role %1.</source>
        <translation>
            <numerusform>The private endpoints of %Ln project were not checked: that requires the role %1.</numerusform>
            <numerusform>The private endpoints of %Ln projects were not checked: that requires the role %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bucket %1 is registered in %Ln project(s).</source>
        <translation>
            <numerusform>Bucket %1 is registered in %Ln project.</numerusform>
            <numerusform>Bucket %1 is registered in %Ln projects.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bucket %1 is registered in at least %Ln project(s).</source>
        <translation>
            <numerusform>Bucket %1 is registered in at least %Ln project.</numerusform>
            <numerusform>Bucket %1 is registered in at least %Ln projects.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>insight::Findings</name>
    <message numerus="yes">
        <source>Checked %1 of %Ln project(s)</source>
        <extracomment>e.g. Checked 120 of 250 projects</extracomment>
        <translation>
            <numerusform>Checked %1 of %Ln project</numerusform>
            <numerusform>Checked %1 of %Ln projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <comment>duration</comment>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln accepted</source>
        <translation>
            <numerusform>%Ln accepted</numerusform>
            <numerusform>%Ln accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 of %Ln project(s)</source>
        <extracomment>e.g. 3 critical, 5 warnings in 120 of 250 projects</extracomment>
        <translation>
            <numerusform>%1 in %2 of %Ln project</numerusform>
            <numerusform>%1 in %2 of %Ln projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln project(s)</source>
        <extracomment>e.g. 3 critical, 5 warnings in 250 projects</extracomment>
        <translation>
            <numerusform>%1 in %Ln project</numerusform>
            <numerusform>%1 in %Ln projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln critical</source>
        <translation>
            <numerusform>%Ln critical</numerusform>
            <numerusform>%Ln critical</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln info</source>
        <translation>
            <numerusform>%Ln info</numerusform>
            <numerusform>%Ln info</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) not loaded completely</source>
        <translation>
            <numerusform>%Ln project not loaded completely</numerusform>
            <numerusform>%Ln projects not loaded completely</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The check loads the backup schedules, export jobs, roles and alert settings of all projects. It changes nothing and sends about %Ln request(s).</source>
        <translation>
            <numerusform>The check loads the backup schedules, export jobs, roles and alert settings of all projects. It changes nothing and sends about %Ln request.</numerusform>
            <numerusform>The check loads the backup schedules, export jobs, roles and alert settings of all projects. It changes nothing and sends about %Ln requests.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>insight::InventoryNotices</name>
    <message numerus="yes">
        <source>%Ln project(s) could not be loaded.</source>
        <translation>
            <numerusform>%Ln project could not be loaded.</numerusform>
            <numerusform>%Ln projects could not be loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s) changed during loading.</source>
        <translation>
            <numerusform>%Ln project changed during loading.</numerusform>
            <numerusform>%Ln projects changed during loading.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>insight::RemovalVerdict</name>
    <message numerus="yes">
        <source>The same bucket is registered %Ln more time(s) in this project. Other registrations stay.</source>
        <translation>
            <numerusform>The same bucket is registered %Ln more time in this project. Other registrations stay.</numerusform>
            <numerusform>The same bucket is registered %Ln more times in this project. Other registrations stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The export buckets of %Ln other project(s) could not be loaded, so it may be registered there, too.</source>
        <translation>
            <numerusform>The export buckets of %Ln other project could not be loaded, so it may be registered there, too.</numerusform>
            <numerusform>The export buckets of %Ln other projects could not be loaded, so it may be registered there, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>insight::UsageCell</name>
    <message numerus="yes">
        <source>%1 · %Ln off (still set)</source>
        <extracomment>%1 is how many clusters use the bucket; of the others, the export settings are left over.</extracomment>
        <translation>
            <numerusform>%1 · %Ln off (still set)</numerusform>
            <numerusform>%1 · %Ln off (still set)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used by %Ln cluster(s)</source>
        <translation>
            <numerusform>used by %Ln cluster</numerusform>
            <numerusform>used by %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln not exporting</source>
        <extracomment>%1 is how many clusters use the bucket; so many of them export nothing.</extracomment>
        <translation>
            <numerusform>%1 · %Ln not exporting</numerusform>
            <numerusform>%1 · %Ln not exporting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>insight::UsageNotices</name>
    <message numerus="yes">
        <source>Usage of %Ln bucket(s) is unknown.</source>
        <translation>
            <numerusform>Usage of %Ln bucket is unknown.</numerusform>
            <numerusform>Usage of %Ln buckets is unknown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exports to %Ln bucket(s) are unknown.</source>
        <translation>
            <numerusform>Exports to %Ln bucket are unknown.</numerusform>
            <numerusform>Exports to %Ln buckets are unknown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>insight::UsageText</name>
    <message numerus="yes">
        <source>%1 of %Ln cluster(s) could not be loaded.</source>
        <translation>
            <numerusform>%1 of %Ln cluster could not be loaded.</numerusform>
            <numerusform>%1 of %Ln clusters could not be loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without backup</source>
        <translation>
            <numerusform>%Ln without backup</numerusform>
            <numerusform>%Ln without backup</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flex cluster(s)</source>
        <translation>
            <numerusform>%Ln flex cluster</numerusform>
            <numerusform>%Ln flex clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Used by %Ln cluster(s)</source>
        <translation>
            <numerusform>Used by %Ln cluster</numerusform>
            <numerusform>Used by %Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loading backup schedules: %1 of %Ln cluster(s)…</source>
        <translation>
            <numerusform>Loading backup schedules: %1 of %Ln cluster…</numerusform>
            <numerusform>Loading backup schedules: %1 of %Ln clusters…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The export jobs of %Ln cluster(s) could not be loaded.</source>
        <translation>
            <numerusform>The export jobs of %Ln cluster could not be loaded.</numerusform>
            <numerusform>The export jobs of %Ln clusters could not be loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them never export(s): the backup schedule takes no snapshots of the export frequency.</source>
        <translation>
            <numerusform>%Ln of them never exports: the backup schedule takes no snapshots of the export frequency.</numerusform>
            <numerusform>%Ln of them never export: the backup schedules take no snapshots of the export frequency.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them export(s) nothing while paused.</source>
        <translation>
            <numerusform>%Ln of them exports nothing while paused.</numerusform>
            <numerusform>%Ln of them export nothing while paused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln backup schedule(s) with auto export off still name this bucket. They do not use it, but to delete the bucket you may first have to remove it from them.</source>
        <translation>
            <numerusform>%Ln backup schedule with auto export off still names this bucket. It does not use it, but to delete the bucket you may first have to remove it from the schedule.</numerusform>
            <numerusform>%Ln backup schedules with auto export off still name this bucket. They do not use it, but to delete the bucket you may first have to remove it from the schedules.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted since</source>
        <translation>
            <numerusform>%Ln deleted since</numerusform>
            <numerusform>%Ln deleted since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln free cluster(s)</source>
        <translation>
            <numerusform>%Ln free cluster</numerusform>
            <numerusform>%Ln free clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with auto export on but without a bucket</source>
        <translation>
            <numerusform>%Ln with auto export on but without a bucket</numerusform>
            <numerusform>%Ln with auto export on but without a bucket</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::AllProjectsModel</name>
    <message numerus="yes">
        <source>%Ln project(s)</source>
        <translation>
            <numerusform>%Ln project</numerusform>
            <numerusform>%Ln projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln export bucket(s)</source>
        <translation>
            <numerusform>%Ln export bucket</numerusform>
            <numerusform>%Ln export buckets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::BucketCountModel</name>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln buckets, %2</source>
        <extracomment>A bar: what it stands for, how many buckets that is, and their part of all.</extracomment>
        <translation>
            <numerusform>%1: %Ln bucket, %2</numerusform>
            <numerusform>%1: %Ln buckets, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::DuplicatesModel</name>
    <message numerus="yes">
        <source>%Ln more have unknown usage.</source>
        <translation>
            <numerusform>%Ln more have unknown usage.</numerusform>
            <numerusform>%Ln more have unknown usage.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ExportCalendarModel</name>
    <message numerus="yes">
        <source>%Ln successful</source>
        <translation>
            <numerusform>%Ln successful</numerusform>
            <numerusform>%Ln successful</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln missed</source>
        <translation>
            <numerusform>%Ln missed</numerusform>
            <numerusform>%Ln missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not finished</source>
        <translation>
            <numerusform>%Ln not finished</numerusform>
            <numerusform>%Ln not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <translation>
            <numerusform>%Ln cancelled</numerusform>
            <numerusform>%Ln cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in an unknown state</source>
        <translation>
            <numerusform>%Ln in an unknown state</numerusform>
            <numerusform>%Ln in an unknown state</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ProjectListModel</name>
    <message numerus="yes">
        <source>%Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln cluster</numerusform>
            <numerusform>%Ln clusters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln export bucket(s)</source>
        <translation>
            <numerusform>%Ln export bucket</numerusform>
            <numerusform>%Ln export buckets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BucketCopy</name>
    <message numerus="yes">
        <source>Copy %Ln row(s)</source>
        <translation>
            <numerusform>Copy row</numerusform>
            <numerusform>Copy %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln ID(s)</source>
        <translation>
            <numerusform>Copy ID</numerusform>
            <numerusform>Copy %Ln IDs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BucketViews</name>
    <message numerus="yes">
        <source>%Ln project(s)</source>
        <translation>
            <numerusform>%Ln project</numerusform>
            <numerusform>%Ln projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CalendarView</name>
    <message numerus="yes">
        <source>The exports of %1 of %Ln project(s) have been loaded.</source>
        <translation>
            <numerusform>The exports of %1 of %Ln project have been loaded.</numerusform>
            <numerusform>The exports of %1 of %Ln projects have been loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The export jobs of %Ln cluster(s) have not been loaded.</source>
        <translation>
            <numerusform>The export jobs of %Ln cluster have not been loaded.</numerusform>
            <numerusform>The export jobs of %Ln clusters have not been loaded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ClipboardNews</name>
    <message numerus="yes">
        <source>%Ln row(s) copied.</source>
        <translation>
            <numerusform>%Ln row copied.</numerusform>
            <numerusform>%Ln rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DuplicatesView</name>
    <message numerus="yes">
        <source>%Ln buckets are registered more than once: %1 registrations.</source>
        <translation>
            <numerusform>%Ln bucket is registered more than once: %1 registrations.</numerusform>
            <numerusform>%Ln buckets are registered more than once: %1 registrations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln export bucket(s)</source>
        <translation>
            <numerusform>%Ln export bucket</numerusform>
            <numerusform>%Ln export buckets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FilterEdit</name>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln suggestion</numerusform>
            <numerusform>%Ln suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindDialog</name>
    <message numerus="yes">
        <source>%Ln export bucket(s)</source>
        <translation>
            <numerusform>%Ln export bucket</numerusform>
            <numerusform>%Ln export buckets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln project(s)</source>
        <translation>
            <numerusform>%Ln project</numerusform>
            <numerusform>%Ln projects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First %Ln result(s)</source>
        <translation>
            <numerusform>First %Ln result</numerusform>
            <numerusform>First %Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindingAlerts</name>
    <message numerus="yes">
        <source>%Ln new critical finding(s)</source>
        <translation>
            <numerusform>%Ln new critical finding</numerusform>
            <numerusform>%Ln new critical findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindingsView</name>
    <message numerus="yes">
        <source>%Ln finding(s) are accepted. To see them, select Show accepted.</source>
        <translation>
            <numerusform>%Ln finding is accepted. To see it, select Show accepted.</numerusform>
            <numerusform>%Ln findings are accepted. To see them, select Show accepted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::InspectorPanel</name>
    <message numerus="yes">
        <source>%Ln cluster(s)</source>
        <translation>
            <numerusform>%Ln cluster</numerusform>
            <numerusform>%Ln clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::InventoryBar</name>
    <message numerus="yes">
        <source>· %Ln shown</source>
        <extracomment>How many of the rows match the filter.</extracomment>
        <translation>
            <numerusform>· %Ln shown</numerusform>
            <numerusform>· %Ln shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JsonTab</name>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MatchNews</name>
    <message numerus="yes">
        <source>%Ln row(s) match.</source>
        <translation>
            <numerusform>%Ln row matches.</numerusform>
            <numerusform>%Ln rows match.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProfilesPage</name>
    <message numerus="yes">
        <source>%Ln profile(s) cannot be used</source>
        <translation>
            <numerusform>%Ln profile cannot be used</numerusform>
            <numerusform>%Ln profiles cannot be used</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusPanel</name>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TableCopy</name>
    <message numerus="yes">
        <source>Select at most %Ln row(s).</source>
        <translation>
            <numerusform>Select at most %Ln row.</numerusform>
            <numerusform>Select at most %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WindowNotices</name>
    <message numerus="yes">
        <source>%Ln export bucket(s) exported.</source>
        <translation>
            <numerusform>%Ln export bucket exported.</numerusform>
            <numerusform>%Ln export buckets exported.</numerusform>
        </translation>
    </message>
</context>
</TS>
