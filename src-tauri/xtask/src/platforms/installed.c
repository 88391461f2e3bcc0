/* Stands for the app in a package: notes in the person's folder which version was started, and with which words. */
#include <windows.h>
#include <stdio.h>

int WINAPI WinMain(HINSTANCE self, HINSTANCE before, LPSTR words, int show)
{
    char name[MAX_PATH];
    FILE *file;

    (void)self, (void)before, (void)show;
    ExpandEnvironmentStringsA("%USERPROFILE%\\started.txt", name, sizeof name);
    file = fopen(name, "ab");
    if (!file)
        return 1;
    fprintf(file, "%s %s\n", VERSION, words);
    return fclose(file);
}
